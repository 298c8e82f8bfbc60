import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { LanesProps } from './trend/Lanes';

export type { LanesProps } from './trend/Lanes';

const Lanes = lazy(() => import('./trend/Lanes'));

/** Curves, one lane per tag; the chart library comes with the first one that is shown. */
export function TrendLanes(props: LanesProps) {
  const { t } = useTranslation('trend');
  return (
    <Suspense fallback={<p className="muted">{t('loading')}</p>}>
      <Lanes {...props} />
    </Suspense>
  );
}
