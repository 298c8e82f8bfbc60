import type { ComponentType } from 'react';
import type { Role } from './api/types';

/** `glove`: large targets for gloved hands; `desk`: 40 px controls for office work. */
export type Density = 'glove' | 'desk';

/**
 * A feature announces its pages in `src/features/<name>/routes.ts`; the shell collects them, so that adding a
 * feature touches only its own folder.
 */
export type FeatureRoute = {
  /** TanStack path, for example `/b/$batchId/trends` */
  path: string;
  page: () => Promise<{ default: ComponentType }>;
  density: Density;
  /** who may open it; empty: everybody. The server decides, this only hides what would be refused. */
  roles: readonly Role[];
  /** without a log-in; such a page shows nothing of the site */
  open?: boolean;
  /** entry in the top bar: i18n key in `nav.json`, smaller order first; some only in the demonstration */
  nav?: { key: string; order: number; roles: readonly Role[]; demonstration?: boolean };
};

export const paths = {
  work: '/work',
  step: (batchId: string, key: string) => `/b/${batchId}/step/${key}`,
  batch: (batchId: string) => `/b/${batchId}`,
  trends: (batchId: string) => `/b/${batchId}/trends`,
  record: (batchId: string) => `/b/${batchId}/record`,
  reviews: '/review',
  review: (batchId: string) => `/review/${batchId}`,
  equipment: '/equipment',
  equipmentItem: (id: string) => `/equipment/${id}`,
  orders: '/orders',
  recipes: '/recipes',
  audit: '/audit',
  login: '/login',
} as const;
