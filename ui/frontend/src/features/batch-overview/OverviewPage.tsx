import type { BatchView } from '@/shared/api/types';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { BatchFrame } from '@/shared/components/BatchFrame';
import { WarnIcon } from '@/shared/components/Icons';
import { useRefusalText } from '@/shared/i18n/refusals';
import { BatchActions } from './BatchActions';
import { ProcessPanel } from './ProcessPanel';
import { StateStrip } from './StateStrip';
import { Timeline } from './Timeline';
import { Waits } from './Waits';
import './overview.css';

export default function OverviewPage() {
  const { batchId = '' } = useParams({ strict: false }) as { batchId?: string };
  return (
    <BatchFrame batchId={batchId} tab="overview">
      {(batch) => <Overview batch={batch} />}
    </BatchFrame>
  );
}

function Overview({ batch }: { batch: BatchView }) {
  const { t } = useTranslation(['batch', 'common']);
  const sentence = useRefusalText();
  return (
    <div className="overview">
      <h1 className="sr">
        {batch.header.number} {t('tab.overview')}
      </h1>
      {batch.state === 'HELD' && (
        <p className="notice warn" role="status" data-testid="held">
          <WarnIcon /> {t('action.held')} {t('action.heldReason')}:{' '}
          {sentence(batch.holdReason ?? '')}
        </p>
      )}
      <Waits until={batch.waitsUntil} />
      <Timeline batch={batch} />
      <ProcessPanel batch={batch} />
      <StateStrip batch={batch} />
      <BatchActions batch={batch} />
    </div>
  );
}
