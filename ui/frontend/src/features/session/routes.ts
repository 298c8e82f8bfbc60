import type { FeatureRoute } from '@/shared/routing';

export const routes: FeatureRoute[] = [
  { path: '/login', page: () => import('./LoginPage'), density: 'glove', roles: [], open: true },
];
