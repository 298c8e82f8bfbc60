import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Refusal } from '@/shared/api/types';
import { RefusalPanel } from '@/shared/components/RefusalPanel';
import { paths } from '@/shared/routing';

/** Stands where the entry would be: nothing can be entered now, and this is why. */
export function RefusedPanel({ refusal }: { refusal: Refusal }) {
  const { t } = useTranslation('step');
  return (
    <section className="panel entry-panel" aria-label={t('refused')}>
      <h2>{t('refused')}</h2>
      <RefusalPanel refusal={refusal} />
      <Link className="btn" to={paths.work as string}>
        {t('result.work')}
      </Link>
    </section>
  );
}
