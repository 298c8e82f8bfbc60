import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import type { FeatureRoute } from '@/shared/routing';
import { featureRoutes } from './features';
import { NotFound } from './NotFound';
import { PageError } from './PageError';
import { Shell } from './Shell';

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound });

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/work' as string });
  },
});

const pages = featureRoutes.map((route) =>
  createRoute({
    getParentRoute: () => root,
    path: route.path,
    component: lazyRouteComponent(route.page),
    staticData: { density: route.density, roles: route.roles },
  }),
);

export const router = createRouter({
  routeTree: root.addChildren([home, ...pages]),
  defaultErrorComponent: PageError,
});

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    density?: FeatureRoute['density'];
    roles?: FeatureRoute['roles'];
  }
}
