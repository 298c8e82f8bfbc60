import type { Person } from '@/shared/api/types';
import { useText } from '@/shared/i18n';

/** The printed name of whoever did it; a part of the system is named by its id. */
export function usePersonText(): (person: Person | undefined) => string {
  const text = useText();
  return (person) => (person === undefined ? '' : text(person.name) || person.id);
}
