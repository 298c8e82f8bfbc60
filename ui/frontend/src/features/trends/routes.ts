import type { FeatureRoute } from '@/shared/routing';

export const routes: FeatureRoute[] = [
  { path: '/b/$batchId/trends', page: () => import('./TrendsPage'), density: 'glove', roles: [] },
];
