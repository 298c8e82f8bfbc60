import type { FeatureRoute } from '@/shared/routing';

export const routes: FeatureRoute[] = [
  {
    path: '/recipes',
    page: () => import('./RecipesPage'),
    density: 'desk',
    roles: ['PROCESS_ENGINEER', 'QA', 'SUPERVISOR', 'PLANNER', 'EQUIPMENT_ENGINEER'],
    nav: { key: 'recipes', order: 6, roles: ['PROCESS_ENGINEER', 'QA'] },
  },
  {
    path: '/recipes/$recipeId',
    page: () => import('./RecipePage'),
    density: 'desk',
    roles: ['PROCESS_ENGINEER', 'QA', 'SUPERVISOR', 'PLANNER', 'EQUIPMENT_ENGINEER'],
  },
];
