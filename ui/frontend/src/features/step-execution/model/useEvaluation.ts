import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDebouncedValue } from '@mantine/hooks';
import type { StepView } from '@/shared/api/types';
import { evaluate, stepKey, type StepRef, type Texts } from './api';

/** Typing settles before the server is asked. */
const SETTLE_MS = 350;
/** Values read from equipment move while the step is open. */
const REREAD_MS = 5_000;

/** What the server would record for what is typed so far; records nothing. */
export function useEvaluation(step: StepRef, view: StepView, values: Texts, enabled: boolean) {
  // By content: live values draw the page anew many times a second, and nothing typed has changed then.
  const [typed] = useDebouncedValue(JSON.stringify(values), SETTLE_MS);
  const reads = view.parameters.some((p) => p.source.kind === 'TAG' || p.source.kind === 'WINDOW');
  return useQuery({
    queryKey: [...stepKey(step), 'evaluation', typed],
    queryFn: () => evaluate(step, JSON.parse(typed) as Texts),
    enabled: enabled && view.parameters.length > 0,
    placeholderData: keepPreviousData,
    refetchInterval: reads ? REREAD_MS : false,
    retry: false,
  });
}
