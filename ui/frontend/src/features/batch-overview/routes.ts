import type { FeatureRoute } from '@/shared/routing';

export const routes: FeatureRoute[] = [
  {
    path: '/batches',
    page: () => import('./BatchesPage'),
    density: 'glove',
    roles: [],
    nav: { key: 'batches', order: 2, roles: [] },
  },
  {
    path: '/b/$batchId',
    page: () => import('./OverviewPage'),
    density: 'glove',
    roles: [],
  },
];
