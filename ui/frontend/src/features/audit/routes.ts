import type { FeatureRoute } from '@/shared/routing';

export const routes: FeatureRoute[] = [
  {
    path: '/audit',
    page: () => import('./AuditPage'),
    density: 'desk',
    roles: [],
    nav: { key: 'audit', order: 7, roles: ['QA', 'ADMINISTRATOR'] },
  },
];
