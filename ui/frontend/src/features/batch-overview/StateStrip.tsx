import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { exceptionName, exceptionsQuery } from '@/shared/api/batches';
import type { BatchView, HoldTime } from '@/shared/api/types';
import { useText } from '@/shared/i18n';
import { spanText, useTime } from '@/shared/lib/time';
import { paths } from '@/shared/routing';
import { usePlantNow } from '@/shared/session/clock';

/** What needs eyes now: open exceptions, clocks that run, equipment that does not answer. */
export function StateStrip({ batch }: { batch: BatchView }) {
  return (
    <div className="overview-strip">
      <Exceptions batch={batch} />
      <HoldTimes holdTimes={batch.holdTimes} />
      <Equipment batch={batch} />
    </div>
  );
}

function Exceptions({ batch }: { batch: BatchView }) {
  const { t } = useTranslation(['batch', 'common']);
  const text = useText();
  const { open, total } = batch.exceptions;
  const { data } = useQuery({ ...exceptionsQuery(batch.header.id), enabled: open > 0 });
  const shown = (data ?? []).filter((e) => e.state === 'OPEN').slice(0, 5);
  return (
    <section className="panel" aria-label={t('strip.exceptions')}>
      <h2>
        {t('strip.exceptions')}{' '}
        <span className={open > 0 ? 'tag warn' : 'muted'}>
          {t('strip.exceptionsOf', { open, total })}
        </span>
      </h2>
      <ul className="strip-list">
        {shown.map((e) => (
          <li key={e.id}>
            <span className={e.severity === 'CRITICAL' ? 'tag bad' : 'tag warn'}>
              {t(`common:severity.${e.severity}`)}
            </span>{' '}
            {exceptionName(e)} {e.stepNumber} {text(e.text)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function HoldTimes({ holdTimes }: { holdTimes: HoldTime[] }) {
  const { t } = useTranslation('batch');
  const text = useText();
  const time = useTime();
  const now = usePlantNow();
  return (
    <section className="panel" aria-label={t('strip.holdTimes')}>
      <h2>{t('strip.holdTimes')}</h2>
      {holdTimes.length === 0 && <p className="muted">{t('strip.noHoldTimes')}</p>}
      <ul className="strip-list">
        {holdTimes.map((h) => {
          const left = Date.parse(h.normalUntil) - now;
          const tone = {
            RUNNING: '',
            MET: '',
            WARNING: 'warn',
            ALERT: 'warn',
            REJECT: 'bad',
            EXCEEDED: 'bad',
          }[h.state];
          return (
            <li key={`${h.id} ${h.startedAt}`}>
              <b>{h.id}</b> {text(h.name)}{' '}
              <span className={tone ? `tag ${tone}` : undefined}>
                {t(`holdTime.state.${h.state}`)}
                {!h.stoppedAt &&
                  ` · ${t(left >= 0 ? 'holdTime.left' : 'holdTime.over', { span: spanText(left) })}`}
              </span>{' '}
              <span className="muted">
                {t('holdTime.limit', { time: time.dateTime(h.normalUntil) })}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Equipment({ batch }: { batch: BatchView }) {
  const { t } = useTranslation('batch');
  const text = useText();
  return (
    <section className="panel strip-equipment" aria-label={t('strip.equipment')}>
      <h2>{t('strip.equipment')}</h2>
      {batch.equipment.length === 0 && <p className="muted">{t('strip.noEquipment')}</p>}
      <ul className="strip-list">
        {batch.equipment.map((e) => {
          const state = e.connection;
          return (
            <li key={e.role} data-testid={`unit-${e.equipmentId}`} data-state={state}>
              <Link className="strip-link" to={paths.equipmentItem(e.equipmentId)}>
                <b>{e.equipmentId}</b>
              </Link>{' '}
              <span>
                {text(e.name)}{' '}
                <span className={state === 'LIVE' ? 'muted' : 'tag warn'}>
                  {t(`connection.${state}`)}
                </span>
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
