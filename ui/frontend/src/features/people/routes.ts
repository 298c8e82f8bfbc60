import type { FeatureRoute } from '@/shared/routing';

export const routes: FeatureRoute[] = [
  {
    path: '/people',
    page: () => import('./PeoplePage'),
    density: 'desk',
    roles: ['ADMINISTRATOR'],
    nav: { key: 'people', order: 7, roles: ['ADMINISTRATOR'] },
  },
];
