import type { BatchView } from '@/shared/api/types';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { BatchFrame } from '@/shared/components/BatchFrame';
import { ErrorPanel } from '@/shared/components/ErrorPanel';
import { recordQuery } from './api';
import { RecordDocument } from './RecordDocument';
import './record.css';
import './texts';

export default function RecordPage() {
  const { batchId = '' } = useParams({ strict: false }) as { batchId?: string };
  return (
    <BatchFrame batchId={batchId} tab="record">
      {(batch) => <Loaded batch={batch} />}
    </BatchFrame>
  );
}

function Loaded({ batch }: { batch: BatchView }) {
  const { t } = useTranslation('record');
  const { data, error, refetch } = useQuery(recordQuery(batch.header.id));
  const ready = data !== undefined;
  useEffect(() => {
    // A link to one step arrives before the record does.
    const id = decodeURIComponent(location.hash.slice(1));
    if (ready && id) document.getElementById(id)?.scrollIntoView();
  }, [ready]);
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />;
  if (!data) return <p className="muted">{t('loading')}</p>;
  return <RecordDocument record={data} />;
}
