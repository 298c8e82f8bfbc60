import type { FeatureRoute } from '@/shared/routing';

export const routes: FeatureRoute[] = [
  {
    path: '/equipment',
    page: () => import('./EquipmentListPage'),
    density: 'glove',
    roles: [],
    nav: {
      key: 'equipment',
      order: 4,
      roles: ['OPERATOR', 'SUPERVISOR', 'EQUIPMENT_ENGINEER', 'PROCESS_ENGINEER'],
    },
  },
  {
    path: '/equipment/$equipmentId',
    page: () => import('./EquipmentPage'),
    density: 'glove',
    roles: [],
  },
];
