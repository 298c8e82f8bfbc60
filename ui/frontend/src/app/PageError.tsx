import type { ErrorComponentProps } from '@tanstack/react-router';
import { ErrorPanel } from '@/shared/components/ErrorPanel';

/** A page that broke: typed values are in the draft, a reload brings them back. */
export function PageError({ error }: ErrorComponentProps) {
  return (
    <main className="page">
      <ErrorPanel error={error} onRetry={() => location.reload()} />
    </main>
  );
}
