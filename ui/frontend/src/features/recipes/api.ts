import { queryOptions } from '@tanstack/react-query';
import { get } from '@/shared/api/client';
import type { Activity, Recipe, Text } from '@/shared/api/types';

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
    ...u.commands.map((c) => named(u.id, c.id, c.name)),
  ]);
}

export const recipesQuery = queryOptions({
  queryKey: ['recipes'],
  queryFn: async () => (await get('/api/recipes')).recipes,
});

export const recipeQuery = (id: string) =>
  queryOptions({
    queryKey: ['recipes', id],
    queryFn: () => get('/api/recipes/{id}', { path: { id } }),
  });
