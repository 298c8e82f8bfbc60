import type { TFunction } from 'i18next';

/** The state the unit itself reports (ISA-88 / PackML words) as people call it. */
export const unitState = (unit: { state?: string }, t: TFunction<'equipment'>): string =>
  unit.state === undefined ? '' : t(`unitState.${unit.state}`, { defaultValue: unit.state });
