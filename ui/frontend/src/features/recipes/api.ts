import { queryOptions } from '@tanstack/react-query';
import { get } from '@/shared/api/client';
import type { Parameter, Person, Role, SignatureMeaning, Text } from '@/shared/api/types';
import type { Diagram } from '@/shared/components/BpmnView';

export type RecipeState = 'IMPORTED' | 'EFFECTIVE' | 'RETIRED';

export type RecipeLine = {
  id: string;
  product: string;
  version: string;
  name: Text;
  state: RecipeState;
  packageHash?: string;
  hash?: string;
  importedBy?: Person | string;
  importedAt?: string;
  approvedBy?: Person | string;
  approvedAt?: string;
};

export type RecipeStep = {
  id: string;
  number: string;
  operation?: Text;
  title: Text;
  performer: Role;
  verification: 'NONE' | 'VERIFY' | 'BLIND_SECOND_ENTRY';
  signature?: SignatureMeaning;
  parameters: Parameter[];
};

export type RecipeUnitProcedure = { id: string; number: string; title: Text; steps: RecipeStep[] };

export type Recipe = RecipeLine & {
  unitProcedures?: RecipeUnitProcedure[];
  recipe?: { unitProcedures: RecipeUnitProcedure[] };
  diagrams?: (Diagram & { elementNames?: Record<string, Text> })[];
};

export const recipesQuery = queryOptions({
  queryKey: ['recipes'],
  queryFn: async () => {
    const answer = await get<RecipeLine[] | { recipes?: RecipeLine[]; versions?: RecipeLine[] }>(
      '/api/recipes',
    );
    return Array.isArray(answer) ? answer : (answer.recipes ?? answer.versions ?? []);
  },
});

export const recipePath = (id: string) => `/api/recipes/${encodeURIComponent(id)}`;

export const recipeQuery = (id: string) =>
  queryOptions({ queryKey: ['recipes', id], queryFn: () => get<Recipe>(recipePath(id)) });

export const hashOf = (r: RecipeLine): string => r.packageHash ?? r.hash ?? '';
