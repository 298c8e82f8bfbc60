import { expect, it } from 'vitest';
import { involvedTag } from './excerpt';

const equipment = [
  {
    role: 'bioreactor',
    equipmentId: 'BRX-01',
    name: { en: '', ja: '' },
    connection: 'LIVE' as const,
  },
];
const step = {
  parameters: [
    { id: 'temp', source: { kind: 'WINDOW', equipment: 'bioreactor', tag: 'T_PV' } },
    { id: 'volume', source: { kind: 'MANUAL' } },
  ],
} as never;

it('finds the curve behind a parameter', () => {
  expect(involvedTag({ parameter: 'temp' }, step, equipment)).toBe('BRX-01.T_PV');
  expect(involvedTag({ parameter: 'volume' }, step, equipment)).toBeUndefined();
  expect(involvedTag({ parameter: 'temp' }, undefined, equipment)).toBeUndefined();
});
