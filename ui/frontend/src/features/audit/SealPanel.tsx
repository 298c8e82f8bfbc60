import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf, post, put } from '@/shared/api/client';
import type { TrailAlarm, TrailCheckpoint } from '@/shared/api/types';
import { ErrorPanel } from '@/shared/components/ErrorPanel';
import { CheckIcon, StopIcon, WarnIcon } from '@/shared/components/Icons';
import { ReasonedSignature } from '@/shared/components/ReasonedSignature';
import { ShownFacts } from '@/shared/components/ShownFacts';
import { useLanguage } from '@/shared/i18n';
import { useTime } from '@/shared/lib/time';
import { hasRole, useSession } from '@/shared/session/session';
import { checkpointQuery } from './api';

/** How far the log of all chains is sealed, what is wrong with it, and what to take along. */
export function SealPanel() {
  const { t } = useTranslation('audit');
  const { session } = useSession();
  const [begins, setBegins] = useState(false);
  const { data, error } = useQuery(checkpointQuery);
  if (error) return <ErrorPanel error={error} />;
  if (!data) return null;
  return (
    <section className="panel stack" aria-label={t('seal.title')} data-testid="seal">
      <SealLine view={data} />
      {data.alarms.map((a) => (
        <AlarmLine key={a.fault} alarm={a} />
      ))}
      {data.checkpoint && (
        <p className="audit-seal-root">
          {t('seal.root')} <code className="audit-head">{data.checkpoint.root}</code>
        </p>
      )}
      <div className="row">
        {data.checkpoint && (
          <a className="btn" href={addressOf('/api/trail/checkpoint/note')}>
            {t('seal.note')}
          </a>
        )}
        {data.keys.length > 0 && (
          <a className="btn" href={addressOf('/api/trail/keys')}>
            {t('seal.keys')}
          </a>
        )}
        {data.epochNeeded && hasRole(session, ['QA']) && (
          <button className="btn" data-testid="begin-epoch" onClick={() => setBegins(true)}>
            {t('seal.epoch.title')}
          </button>
        )}
      </div>
      {begins && <EpochSheet onClose={() => setBegins(false)} />}
    </section>
  );
}

function SealLine({ view }: { view: TrailCheckpoint }) {
  const { t } = useTranslation('audit');
  const time = useTime();
  if (!view.on) {
    return (
      <p className="notice warn" role="status">
        <WarnIcon />
        {t('seal.off')}
      </p>
    );
  }
  const c = view.checkpoint;
  return (
    <p className="notice" role="status" data-testid="seal-line">
      {view.alarms.length === 0 && <CheckIcon />}
      {c
        ? t('seal.sealed', { size: c.size, epoch: c.epoch, at: time.exact(c.sealedAt) })
        : t('seal.none')}{' '}
      {view.waitingEvents > 0 && t('seal.waiting', { count: view.waitingEvents })}{' '}
      {view.anchor && t('seal.anchor', { size: view.anchor.size })}{' '}
      {view.stampedAt && t('seal.stamp', { at: time.exact(view.stampedAt) })}
    </p>
  );
}

function AlarmLine({ alarm }: { alarm: TrailAlarm }) {
  const { t } = useTranslation('audit');
  const time = useTime();
  return (
    <p className="notice audit-broken" role="alert" data-testid="seal-alarm">
      <StopIcon />
      <span>
        <b>{t(`seal.fault.${alarm.fault}`)}</b> {time.exact(alarm.since)}
        {/* words of the notary, kept as they are on record */}
        <span className="audit-found" lang="en">
          {alarm.found} → {alarm.needed}
        </span>
      </span>
    </p>
  );
}

function EpochSheet({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('audit');
  const language = useLanguage();
  const queries = useQueryClient();
  return (
    <ReasonedSignature
      opened
      onClose={onClose}
      title={t('seal.epoch.title')}
      explain={<p>{t('seal.epoch.explain')}</p>}
      label={t('seal.epoch.reason')}
      ask={(reason) => post('/api/trail/epochs/challenges', { body: { reason } })}
      content={(challenge) => <ShownFacts challenge={challenge} />}
      sign={async (signature, reason, requestId) => {
        await put('/api/trail/epochs/{requestId}', {
          path: { requestId },
          body: { reason, signature, language },
        });
        await queries.invalidateQueries({ queryKey: checkpointQuery.queryKey });
      }}
    />
  );
}
