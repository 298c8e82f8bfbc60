import type { FeatureRoute } from '@/shared/routing';

export const routes: FeatureRoute[] = [
  {
    path: '/clock',
    page: () => import('./ClockPage'),
    density: 'glove',
    roles: ['ADMINISTRATOR'],
    nav: { key: 'clock', order: 8, roles: ['ADMINISTRATOR'], demonstration: true },
  },
];
