import type {
  BatchException,
  BatchRecord,
  RecordCurve,
  RecordStep,
  RecordUnitProcedure,
} from '@/shared/api/types';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useUrlValues } from '@/shared/components/table/urlState';
import { useText } from '@/shared/i18n';
import { useTime } from '@/shared/lib/time';
import { Cover } from './Cover';
import { Curves } from './Curves';
import { RecordTools } from './RecordTools';
import { filterTree, type Filter } from './rows';
import { StepRecord } from './StepRecord';
import { Summaries } from './Summaries';

type Props = { record: BatchRecord };

/** The whole record as one document: a tree beside it on screen, everything in order on paper. */
export function RecordDocument({ record }: Props) {
  const { t } = useTranslation('record');
  const text = useText();
  const { value } = useUrlValues();
  const filter: Filter = { q: value('q'), only: (value('only') || 'all') as Filter['only'] };
  const byStep = useMemo(() => groupByStep(record.exceptions), [record.exceptions]);
  const words = (s: RecordStep) =>
    [
      s.number,
      text(s.title),
      ...s.parameters.map((p) => `${text(p.name)} ${p.recorded?.display ?? ''}`),
    ].join(' ');
  const exceptionsOf = (s: RecordStep) => byStep.get(s.key) ?? [];
  const shown = filterTree(record.unitProcedures, filter, words, (s) => exceptionsOf(s).length > 0);
  return (
    <div className="record">
      <nav className="record-tree" aria-label={t('tree')} tabIndex={0}>
        <ol>
          {shown.map((u) => (
            <li key={u.id}>
              <a href={`#${u.id}`}>
                {u.number} {text(u.title)}
              </a>
              <ol>
                {u.steps.map((s) => (
                  <li key={s.key}>
                    <a href={`#${s.key}`}>
                      {s.number} {text(s.title)}
                      {exceptionsOf(s).length > 0 && ' !'}
                    </a>
                  </li>
                ))}
              </ol>
            </li>
          ))}
        </ol>
      </nav>
      <article className="record-body">
        <h1>
          {t('title')} {record.header.number}
        </h1>
        <RecordTools record={record} shown={shown} filter={filter} />
        <Cover record={record} />
        {shown.length === 0 && <p className="empty">{t('noneFound')}</p>}
        {shown.map((u) => (
          <UnitProcedure
            key={u.id}
            unitProcedure={u}
            curves={record.curves.filter((c) => c.unitProcedure === u.id)}
            exceptionsOf={exceptionsOf}
          />
        ))}
        <Summaries record={record} />
      </article>
    </div>
  );
}

type UpProps = {
  unitProcedure: RecordUnitProcedure;
  curves: RecordCurve[];
  exceptionsOf: (s: RecordStep) => BatchException[];
};

function UnitProcedure({ unitProcedure: u, curves, exceptionsOf }: UpProps) {
  const { t } = useTranslation('record');
  const text = useText();
  const time = useTime();
  return (
    <section id={u.id} className="record-up" aria-label={`${u.number} ${text(u.title)}`}>
      <h2>
        {u.number} {text(u.title)}
      </h2>
      <p className="muted">
        {u.startedAt ? time.exact(u.startedAt) : t('notStarted')} –{' '}
        {u.endedAt ? time.exact(u.endedAt) : t('notEnded')}
      </p>
      {u.steps.map((s) => (
        <StepRecord key={s.key} step={s} exceptions={exceptionsOf(s)} />
      ))}
      <Curves curves={curves} />
    </section>
  );
}

function groupByStep(exceptions: BatchException[]): Map<string, BatchException[]> {
  const found = new Map<string, BatchException[]>();
  for (const e of exceptions) {
    if (e.step) found.set(e.step, [...(found.get(e.step) ?? []), e]);
  }
  return found;
}
