import type { FeatureRoute } from '@/shared/routing';

export const routes: FeatureRoute[] = [
  {
    path: '/orders',
    page: () => import('./OrdersPage'),
    density: 'desk',
    roles: ['PLANNER', 'SUPERVISOR', 'QA'],
    nav: { key: 'orders', order: 5, roles: ['PLANNER', 'SUPERVISOR'] },
  },
];
