import type { FeatureRoute } from '@/shared/routing';

export const routes: FeatureRoute[] = [
  {
    path: '/work',
    page: () => import('./WorkPage'),
    density: 'glove',
    roles: [],
    nav: { key: 'work', order: 1, roles: [] },
  },
];
