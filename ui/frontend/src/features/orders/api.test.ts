import { expect, it } from 'vitest';
import { unitsFor } from './api';

const text = { en: 'x', ja: 'x' };
const unit = (id: string, equipmentClass: string) => ({
  id,
  equipmentClass,
  name: text,
  suite: 's',
});

it('offers the equipment of the class a role needs', () => {
  const units = [
    unit('BRX-01', 'rocking-bioreactor'),
    unit('CRF-01', 'controlled-rate-freezer'),
    unit('BRX-02', 'rocking-bioreactor'),
  ];
  const need = { role: 'bioreactor', equipmentClass: 'rocking-bioreactor', name: text };
  expect(unitsFor({ units }, need).map((u) => u.id)).toEqual(['BRX-01', 'BRX-02']);
});
