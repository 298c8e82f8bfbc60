import type { FeatureRoute } from '@/shared/routing';

export const routes: FeatureRoute[] = [
  { path: '/access', page: () => import('./AccessPage'), density: 'desk', roles: [], open: true },
];
