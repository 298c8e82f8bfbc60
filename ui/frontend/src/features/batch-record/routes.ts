import type { FeatureRoute } from '@/shared/routing';

export const routes: FeatureRoute[] = [
  { path: '/b/$batchId/record', page: () => import('./RecordPage'), density: 'desk', roles: [] },
];
