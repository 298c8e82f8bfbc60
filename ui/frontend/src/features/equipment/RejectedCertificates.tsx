import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { get, post } from '@/shared/api/client';
import type { Certificate } from '@/shared/api/types';
import { ErrorPanel } from '@/shared/components/ErrorPanel';
import { Sheet } from '@/shared/components/Sheet';
import { useTime } from '@/shared/lib/time';
import { hasRole, useSession } from '@/shared/session/session';

/** An unknown certificate is never trusted by itself: a person compares the thumbprint with the device. */
export function RejectedCertificates() {
  const { t } = useTranslation('equipment');
  const { session } = useSession();
  const engineer = hasRole(session, ['EQUIPMENT_ENGINEER']);
  const [asked, setAsked] = useState<Certificate>();
  const { data } = useQuery({
    queryKey: ['equipment', 'rejected-certificates'],
    queryFn: async () => (await get('/api/equipment/rejected-certificates')).certificates,
    enabled: engineer,
    refetchInterval: 15_000,
  });
  if (!data || data.length === 0) return null;
  return (
    <section
      className="panel stack"
      aria-label={t('certificates.title')}
      data-testid="rejected-certificates"
    >
      <h2>{t('certificates.title')}</h2>
      <p className="muted">{t('certificates.explain')}</p>
      <ul className="certificates">
        {data.map((c) => (
          <li key={c.thumbprint}>
            <CertificateFacts certificate={c} />
            <button type="button" className="btn" onClick={() => setAsked(c)}>
              {t('certificates.trust')}
            </button>
          </li>
        ))}
      </ul>
      {asked && <TrustSheet certificate={asked} onClose={() => setAsked(undefined)} />}
    </section>
  );
}

function CertificateFacts({ certificate: c }: { certificate: Certificate }) {
  const { t } = useTranslation('equipment');
  const time = useTime();
  const facts = [
    ['fingerprint', c.fingerprint],
    ['subject', c.subject],
    ['issuer', c.issuer],
    ['notBefore', time.dateTime(c.notBefore)],
    ['notAfter', time.dateTime(c.notAfter)],
  ].filter(([, value]) => value);
  return (
    <dl className="facts">
      <dt>{t('certificates.thumbprint')}</dt>
      <dd className="thumbprint">{c.thumbprint.replace(/(.{4})(?=.)/g, '$1 ')}</dd>
      {facts.map(([name, value]) => [
        <dt key={`${name}t`}>{t(`certificates.${name}`)}</dt>,
        <dd key={`${name}d`}>{value}</dd>,
      ])}
    </dl>
  );
}

function TrustSheet({ certificate, onClose }: { certificate: Certificate; onClose: () => void }) {
  const { t } = useTranslation('equipment');
  const queries = useQueryClient();
  const [compared, setCompared] = useState(false);
  const trust = useMutation({
    mutationFn: () =>
      post('/api/equipment/trust', { body: { thumbprint: certificate.thumbprint } }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['equipment'] });
      onClose();
    },
  });
  return (
    <Sheet opened onClose={onClose} title={t('certificates.trustTitle')} testId="trust-sheet">
      <CertificateFacts certificate={certificate} />
      <label className="trust-compared">
        <input type="checkbox" checked={compared} onChange={(e) => setCompared(e.target.checked)} />
        {t('certificates.compared')}
      </label>
      {trust.error && <ErrorPanel error={trust.error} write />}
      <div className="sheet-end">
        <button type="button" className="btn" onClick={onClose}>
          {t('certificates.back')}
        </button>
        <button
          type="button"
          className="btn primary"
          disabled={!compared || trust.isPending}
          onClick={() => trust.mutate()}
        >
          {t('certificates.trust')}
        </button>
      </div>
    </Sheet>
  );
}
