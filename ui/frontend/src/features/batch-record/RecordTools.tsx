import { useTranslation } from 'react-i18next';
import { addressOf } from '@/shared/api/client';
import type { BatchRecord, RecordUnitProcedure } from '@/shared/api/types';
import { downloadCsv } from '@/shared/components/table/csv';
import { useUrlValues } from '@/shared/components/table/urlState';
import { useText } from '@/shared/i18n';
import { usePersonText } from '@/shared/lib/person';
import { unitText } from '@/shared/lib/units';
import { history, limitsText, type Filter } from './rows';

type Props = { record: BatchRecord; shown: RecordUnitProcedure[]; filter: Filter };

/** Filters in the address line, and the record to take along in its other forms. */
export function RecordTools({ record, shown, filter }: Props) {
  const { t } = useTranslation('record');
  const { set } = useUrlValues();
  const csv = useCsv();
  const path = addressOf('/api/batches/{batch}/record', { path: { batch: record.header.id } });
  return (
    <div className="row record-tools">
      <label>
        <span className="sr">{t('search')}</span>
        <input
          className="input"
          type="search"
          placeholder={t('search')}
          defaultValue={filter.q}
          onChange={(e) => set({ q: e.target.value })}
        />
      </label>
      <label>
        <span className="sr">{t('only')}</span>
        <select
          className="input"
          value={filter.only}
          onChange={(e) => set({ only: e.target.value === 'all' ? undefined : e.target.value })}
        >
          {(['all', 'outside', 'corrected', 'exceptions'] as const).map((o) => (
            <option key={o} value={o}>
              {t(`onlyWhat.${o}`)}
            </option>
          ))}
        </select>
      </label>
      <span className="grow" />
      <a className="btn" lang="en" href={`${path}.pdf?lang=en`}>
        PDF English
      </a>
      <a className="btn" lang="ja" href={`${path}.pdf?lang=ja`}>
        PDF 日本語
      </a>
      <a className="btn" href={`${path}.pdf?lang=both`}>
        {t('pdfBoth')}
      </a>
      <a className="btn" href={path}>
        JSON
      </a>
      <button
        type="button"
        className="btn"
        onClick={() => downloadCsv(`${record.header.number}-record`, csv(shown))}
      >
        CSV
      </button>
      <button type="button" className="btn" onClick={() => window.print()}>
        {t('print')}
      </button>
    </div>
  );
}

/** One line per recorded value, replaced ones included. Times in UTC. */
function useCsv() {
  const { t } = useTranslation(['record', 'common']);
  const text = useText();
  const person = usePersonText();
  return (shown: RecordUnitProcedure[]): string[][] => [
    [
      'step',
      'title',
      'parameter',
      'value',
      'unit',
      'limits',
      'verdict',
      'revision',
      'replaced',
      'source',
      'by',
      'time_utc',
      'reason',
    ],
    ...shown.flatMap((u) =>
      u.steps.flatMap((s) =>
        s.parameters.flatMap((p) =>
          (p.recorded ? history(p.recorded) : []).map((v, i) => [
            s.number,
            text(s.title),
            text(p.name),
            v.display || v.value,
            unitText(v.unit ?? p.unit),
            limitsText(p.limits, { alert: t('alert'), reject: t('reject') }),
            t(`common:verdict.${v.verdict}`),
            String(v.revision),
            i > 0 ? t('common:yes') : '',
            v.source,
            person(v.by),
            v.at,
            v.reason ?? '',
          ]),
        ),
      ),
    ),
  ];
}
