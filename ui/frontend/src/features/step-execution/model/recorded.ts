import type { Parameter, RecordedValue, StepView, Text } from '@/shared/api/types';
import { unitText } from '@/shared/lib/units';

type Translate = (key: string) => string;
type PickText = (text: Text | string | undefined) => string;

/**
 * For a blind second entry: only what a person typed, and nothing of the first entry. Limits are shown but ask
 * for nothing: the reason for a value outside them was given, or the value stopped, at the first entry.
 */
export function secondEntryView(view: StepView): StepView {
  const typed = (p: Parameter) => p.source.kind === 'MANUAL' || p.recorded?.source === 'MANUAL';
  const parameters = view.parameters.filter(typed).map((p) => {
    const hidden = { ...p };
    delete hidden.recorded;
    return { ...hidden, source: { kind: 'MANUAL' as const }, policy: 'WARN' as const };
  });
  return { ...view, identityScans: [], parameters };
}

/** A recorded value in people's words. */
export function recordedText(p: Parameter, value: RecordedValue, t: Translate, text: PickText) {
  if (p.type === 'BOOLEAN') return t(value.value === 'true' ? 'common:yes' : 'common:no');
  if (p.type === 'CHOICE') {
    return text(p.choices.find((c) => c.value === value.value)?.name) || value.value;
  }
  return `${value.display || value.value} ${unitText(value.unit ?? p.unit)}`.trim();
}
