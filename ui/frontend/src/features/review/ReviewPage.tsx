import type { BatchView, Review } from '@/shared/api/types';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { BatchFrame } from '@/shared/components/BatchFrame';
import { ErrorPanel } from '@/shared/components/ErrorPanel';
import { PortableDownload } from '@/shared/components/PortableDownload';
import { reviewQuery } from './api';
import { CoverageCards } from './CoverageCards';
import { Disposition } from './Disposition';
import { Exceptions } from './Exceptions';
import { ReviewStep } from './ReviewStep';
import { VerdictLine } from './VerdictLine';
import './review.css';
import './texts';

export default function ReviewPage() {
  const { batchId = '' } = useParams({ strict: false }) as { batchId?: string };
  return (
    <BatchFrame batchId={batchId} tab="review">
      {(batch) => <Loaded batch={batch} />}
    </BatchFrame>
  );
}

function Loaded({ batch }: { batch: BatchView }) {
  const { t } = useTranslation('review');
  const { data, error, refetch } = useQuery(reviewQuery(batch.header.id));
  if (!data) {
    return error ? (
      <ErrorPanel error={error} onRetry={() => void refetch()} />
    ) : (
      <p className="muted">{t('loading')}</p>
    );
  }
  return <Whole batch={batch} review={data} />;
}

/** The verdict, what was looked at, what needs judgement, and only then the decision. */
function Whole({ batch, review }: { batch: BatchView; review: Review }) {
  const { t } = useTranslation('review');
  return (
    <div className="stack">
      <h1 className="sr">{t('title')}</h1>
      <VerdictLine review={review} />
      <CoverageCards coverage={review.coverage} />
      <Exceptions batch={batch} exceptions={review.exceptions} />
      <ReviewStep batch={batch} review={review} />
      <Disposition batch={batch} review={review} />
      <PortableDownload batch={batch.header} />
    </div>
  );
}
