import type { Person } from '@/shared/api/types';
import { useText } from '@/shared/i18n';

/** The printed name of whoever did it; a part of the system or a user id stays as it is. */
export function usePersonText(): (person: Person | string | undefined) => string {
  const text = useText();
  return (person) => {
    if (person === undefined) return '';
    return typeof person === 'string' ? person : text(person.name) || person.id;
  };
}
