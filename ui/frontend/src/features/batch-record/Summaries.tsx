import { useTranslation } from 'react-i18next';
import type { BatchRecord, HoldTime } from '@/shared/api/types';
import { OwnWords } from '@/shared/components/OwnWords';
import { PortableDownload } from '@/shared/components/PortableDownload';
import { useText } from '@/shared/i18n';
import { usePersonText } from '@/shared/lib/person';
import { spanText, useTime } from '@/shared/lib/time';
import { ExceptionLines } from './ExceptionLines';
import { Commands, Gaps, Trail } from './Lists';
import { Retention } from './Retention';
import { Signatures } from './Signatures';

/** What belongs to the batch as a whole: hold times, all exceptions, the disposition. */
export function Summaries({ record }: { record: BatchRecord }) {
  const { t } = useTranslation(['record', 'review']);
  const person = usePersonText();
  const time = useTime();
  const holdTimes = record.unitProcedures.flatMap((u) => u.holdTimes);
  const d = record.disposition;
  return (
    <>
      {holdTimes.length > 0 && <HoldTimes holdTimes={holdTimes} />}
      {record.commands.length > 0 && <Commands commands={record.commands} />}
      {record.gaps.length > 0 && <Gaps gaps={record.gaps} />}
      <section className="panel">
        <h2>{t('exceptions')}</h2>
        {record.exceptions.length === 0 && <p className="muted">{t('noExceptions')}</p>}
        <ExceptionLines exceptions={record.exceptions} />
      </section>
      <section className="panel">
        <h2>{t('disposition')}</h2>
        {d ? (
          <p>
            <b>{t(`review:verdict.${d.decision}`)}</b>
            {` · ${person(d.by)} · ${time.exact(d.at)}`}
            <OwnWords>{d.reason && ` · ${d.reason}`}</OwnWords>
          </p>
        ) : (
          <p className="muted">{t('notDecided')}</p>
        )}
        <Signatures signatures={record.signatures} />
      </section>
      <Retention record={record} />
      <Trail trail={record.auditTrail} seal={record.trail} />
      <PortableDownload batch={record.header} />
    </>
  );
}

function HoldTimes({ holdTimes }: { holdTimes: HoldTime[] }) {
  const { t } = useTranslation(['record', 'batch']);
  const text = useText();
  const time = useTime();
  return (
    <section className="panel">
      <h2>{t('holdTimes')}</h2>
      <div className="record-scroll" tabIndex={0} role="group" aria-label={t('holdTimes')}>
        <table className="grid">
          <thead>
            <tr>
              {(['holdTime', 'from', 'to', 'length', 'limit', 'verdict'] as const).map((c) => (
                <th key={c} scope="col">
                  {t(`column.${c}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {holdTimes.map((h) => (
              <tr key={`${h.id} ${h.startedAt}`}>
                <th scope="row">
                  {h.id} {text(h.name)}
                </th>
                <td>{time.exact(h.startedAt)}</td>
                <td>{time.exact(h.stoppedAt)}</td>
                <td>
                  {h.stoppedAt && spanText(Date.parse(h.stoppedAt) - Date.parse(h.startedAt))}
                </td>
                <td>{spanText(Date.parse(h.normalUntil) - Date.parse(h.startedAt))}</td>
                <td>
                  <span
                    className={
                      h.state === 'EXCEEDED' || h.state === 'REJECT'
                        ? 'tag bad'
                        : h.state === 'ALERT'
                          ? 'tag warn'
                          : undefined
                    }
                  >
                    {t(`batch:holdTime.state.${h.state}`)}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
