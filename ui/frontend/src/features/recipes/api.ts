import { queryOptions } from '@tanstack/react-query';
import { get } from '@/shared/api/client';
import type { Parameter, Role, SignatureMeaning, Text } from '@/shared/api/types';
import type { Activity, Diagram } from '@/shared/components/BpmnView';

export type RecipeState = 'IMPORTED' | 'EFFECTIVE' | 'RETIRED';

/** A user id, as text or wrapped the way a Java value is. */
type Id = string | { value: string };
export const idText = (id: Id | undefined): string =>
  id === undefined ? '' : typeof id === 'string' ? id : id.value;

export type RecipeLine = {
  id: string;
  product: string;
  version: string;
  name: Text;
  state: RecipeState;
  /** what its approver signs */
  packageHash: string;
  importedBy: Id;
  importedAt: string;
  approvedBy?: Id;
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

export type RecipeUnitProcedure = {
  id: string;
  number: string;
  title: Text;
  steps: RecipeStep[];
  commands?: { id: string; name: Text }[];
};

/** Answer of GET /api/recipes/{id}. */
export type Recipe = {
  version: RecipeLine;
  recipe: { procedure: string; unitProcedures: RecipeUnitProcedure[] };
  diagrams: Diagram[];
};

/** Names for the diagram: what a recipe says about steps, commands and unit procedures. */
export function namesOf({ recipe }: Recipe): Activity[] {
  const named = (processId: string, elementId: string, name: Text): Activity => ({
    processId,
    elementId,
    name,
    state: 'FUTURE',
  });
  return recipe.unitProcedures.flatMap((u) => [
    named(recipe.procedure, `call_${u.id.replace(/^up-/, '').replaceAll('-', '_')}`, u.title),
    ...u.steps.map((s) => named(u.id, s.id, s.title)),
    ...(u.commands ?? []).map((c) => named(u.id, c.id, c.name)),
  ]);
}

export const recipesQuery = queryOptions({
  queryKey: ['recipes'],
  queryFn: async () => (await get<{ recipes: RecipeLine[] }>('/api/recipes')).recipes,
});

export const recipePath = (id: string) => `/api/recipes/${encodeURIComponent(id)}`;

export const recipeQuery = (id: string) =>
  queryOptions({ queryKey: ['recipes', id], queryFn: () => get<Recipe>(recipePath(id)) });
