import type { FeatureRoute } from '@/shared/routing';

const announced = import.meta.glob<FeatureRoute[]>('../features/*/routes.ts', {
  eager: true,
  import: 'routes',
});

/** All pages of all features, as their `routes.ts` announce them. */
export const featureRoutes: FeatureRoute[] = Object.values(announced).flat();
