import type { FeatureRoute } from '@/shared/routing';

export const routes: FeatureRoute[] = [
  {
    path: '/b/$batchId/step/$stepKey',
    page: () => import('./StepPage'),
    density: 'glove',
    roles: [],
  },
];
