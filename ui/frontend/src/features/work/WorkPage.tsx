import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WorkAction, WorkItem } from '@/shared/api/types';
import { ErrorPanel } from '@/shared/components/ErrorPanel';
import { ScanIcon } from '@/shared/components/Icons';
import { useKeys } from '@/shared/lib/useKeys';
import { paths } from '@/shared/routing';
import { useSession } from '@/shared/session/session';
import { useWork } from '@/shared/work';
import { itemOfLabel } from './labels';
import { WorkCard } from './WorkCard';
import './work.css';

/** At most this many cards per section: a worklist, not a backlog. */
const MOST_CARDS = 5;
const sections: { key: string; actions: WorkAction[] }[] = [
  { key: 'NOW', actions: ['PERFORM'] },
  { key: 'VERIFY', actions: ['VERIFY'] },
  { key: 'REVIEW', actions: ['REVIEW'] },
  { key: 'LOOK', actions: ['LOOK'] },
];

/** W1: what do I do next, how long do I have? The server sorts by time limit. */
export default function WorkPage() {
  const { t } = useTranslation('work');
  const { data, error, refetch } = useWork();
  const items = data?.items ?? [];
  const hidden = sections.reduce(
    (sum, s) => sum + Math.max(0, ofSection(items, s.actions).length - MOST_CARDS),
    data?.more ?? 0,
  );
  return (
    <main className="page work" data-testid="work">
      <h1 className="sr">{t('title')}</h1>
      <ScanToOpen items={items} />
      {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
      {data && items.length === 0 && <p className="panel empty">{t('empty')}</p>}
      {sections.map((section) => {
        const mine = ofSection(items, section.actions).slice(0, MOST_CARDS);
        if (mine.length === 0) return null;
        return (
          <section key={section.key} aria-label={t(`section.${section.key}`)}>
            <h2>{t(`section.${section.key}`)}</h2>
            <ul>
              {mine.map((item) => (
                <li key={`${item.batch.id}/${item.step.key}`}>
                  <WorkCard item={item} />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
      {hidden > 0 && <p className="muted">{t('more', { count: hidden })}</p>}
    </main>
  );
}

const ofSection = (items: WorkItem[], actions: WorkAction[]) =>
  items.filter((i) => actions.includes(i.action));

function ScanToOpen({ items }: { items: WorkItem[] }) {
  const { t } = useTranslation('work');
  const navigate = useNavigate();
  const { session } = useSession();
  const [unknown, setUnknown] = useState<string>();
  useKeys(!session?.locked, {
    onScan: (code) => {
      const item = itemOfLabel(items, code);
      if (item) void navigate({ to: paths.step(item.batch.id, item.step.key) as string });
      else setUnknown(code);
    },
  });
  return (
    <div className="scan-to-open" data-testid="scan-to-open">
      <ScanIcon size={34} />
      <strong>{t('scan')}</strong>
      <span className="muted">{t('scanHint')}</span>
      <span role="status">
        {unknown !== undefined && (
          <span className="tag warn">{t('scanUnknown', { code: unknown })}</span>
        )}
      </span>
    </div>
  );
}
