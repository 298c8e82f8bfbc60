import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordCurve } from '@/shared/api/types';
import { seconds, toLane } from '@/shared/components/trend/series';
import { useReasonText } from '@/shared/components/trend/useReasonText';
import { TrendLanes } from '@/shared/components/TrendLanes';
import { useText } from '@/shared/i18n';
import { useSession } from '@/shared/session/session';

/** The curves of a unit procedure as the record keeps them, each over the time its values came from. */
export function Curves({ curves }: { curves: RecordCurve[] }) {
  const { t } = useTranslation('record');
  if (curves.length === 0) return null;
  return (
    <section className="record-curves">
      <h3>{t('curves')}</h3>
      {curves.map((c) => (
        <Curve key={`${c.equipment}.${c.tag} ${c.from}`} curve={c} />
      ))}
    </section>
  );
}

function Curve({ curve }: { curve: RecordCurve }) {
  const { t } = useTranslation('record');
  const text = useText();
  const { session } = useSession();
  const reasonText = useReasonText();
  const lanes = useMemo(
    () => [toLane({ ...curve, tag: `${curve.equipment}.${curve.tag}`, buckets: curve.columns })],
    [curve],
  );
  const window = useMemo<[number, number]>(
    () => [seconds(curve.from), seconds(curve.to)],
    [curve.from, curve.to],
  );
  return (
    <>
      <TrendLanes
        lanes={lanes}
        window={window}
        zone={session?.siteZone ?? 'Asia/Tokyo'}
        reasonText={reasonText}
      />
      <p className="record-provenance">
        {t('usedBy')}: {curve.usedBy.map(text).join(', ')}
      </p>
    </>
  );
}
