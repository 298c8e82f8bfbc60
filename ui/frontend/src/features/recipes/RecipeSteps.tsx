import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable, type TableColumn } from '@/shared/components/DataTable';
import { useText } from '@/shared/i18n';
import { rangeText } from '@/shared/lib/limits';
import { unitText } from '@/shared/lib/units';
import type { Limits, Parameter, RecipeStep, RecipeUnitProcedure } from '@/shared/api/types';

type Row = { up: RecipeUnitProcedure; step: RecipeStep; parameter?: Parameter };

const limits = (l: Limits | undefined) =>
  l
    ? [
        rangeText(l.normal),
        l.rejectBelow != null ? `R < ${l.rejectBelow}` : '',
        l.rejectAbove != null ? `R > ${l.rejectAbove}` : '',
        (l.allowed ?? []).join(', '),
      ]
        .filter(Boolean)
        .join('; ')
    : '';

/** Every parameter of every step as one searchable table: what the diagram cannot say. */
export function RecipeSteps({
  unitProcedures,
  exportName,
}: {
  unitProcedures: RecipeUnitProcedure[];
  exportName: string;
}) {
  const { t } = useTranslation(['recipes', 'common']);
  const text = useText();
  const rows = useMemo<Row[]>(
    () =>
      unitProcedures.flatMap((up) =>
        up.steps.flatMap((step) =>
          step.parameters.length > 0
            ? step.parameters.map((parameter) => ({ up, step, parameter }))
            : [{ up, step }],
        ),
      ),
    [unitProcedures],
  );
  const columns: TableColumn<Row>[] = [
    {
      id: 'up',
      header: t('step.up'),
      text: (r) => `${r.up.number} ${text(r.up.title)}`,
      choice: (r) => r.up.id,
      choices: unitProcedures.map((u) => ({ value: u.id, label: `${u.number} ${text(u.title)}` })),
    },
    { id: 'step', header: t('step.step'), text: (r) => `${r.step.number} ${text(r.step.title)}` },
    {
      id: 'performer',
      header: t('step.performer'),
      text: (r) => t(`common:role.${r.step.performer}`),
    },
    {
      id: 'verification',
      header: t('step.verification'),
      text: (r) => t(`verification.${r.step.verification}`),
    },
    { id: 'parameter', header: t('step.parameter'), text: (r) => text(r.parameter?.name) },
    { id: 'unit', header: t('step.unit'), text: (r) => unitText(r.parameter?.unit) },
    { id: 'limits', header: t('step.limits'), text: (r) => limits(r.parameter?.limits) },
    { id: 'class', header: t('step.class'), text: (r) => r.parameter?.classification ?? '' },
    {
      id: 'source',
      header: t('step.source'),
      text: ({ parameter: p }) =>
        p?.source.kind === 'FORMULA' ? p.source.expression : (p?.source.kind ?? ''),
    },
  ];
  return (
    <DataTable
      caption={t('step.title')}
      rows={rows}
      columns={columns}
      rowKey={(r) => `${r.up.id}.${r.step.id}.${r.parameter?.id ?? ''}`}
      exportName={exportName}
      pageSize={100}
    />
  );
}
