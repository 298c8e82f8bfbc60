import type { FeatureRoute } from '@/shared/routing';

export const routes: FeatureRoute[] = [
  {
    path: '/review',
    page: () => import('./QueuePage'),
    density: 'desk',
    roles: ['QA'],
    nav: { key: 'review', order: 3, roles: ['QA'] },
  },
  { path: '/review/$batchId', page: () => import('./ReviewPage'), density: 'desk', roles: ['QA'] },
];
