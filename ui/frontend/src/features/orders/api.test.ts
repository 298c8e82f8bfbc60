import { expect, it } from 'vitest';
import { normalize } from './api';

const text = { en: 'x', ja: 'x' };

it('offers the equipment of the class a role needs', () => {
  const options = normalize({
    products: [
      {
        code: 'car-t-lv',
        version: '1.0',
        name: text,
        equipment: [{ role: 'bioreactor', equipmentClass: 'rocking-bioreactor', name: text }],
      },
    ],
    clients: [],
    suites: [],
    units: ['BRX-01', 'BRX-02'].map((id) => ({
      id,
      equipmentClass: 'rocking-bioreactor',
      name: text,
    })),
  });
  const [need] = options.products[0]!.equipment;
  expect(options.equipment[need!.class]!.map((e) => e.id)).toEqual(['BRX-01', 'BRX-02']);
});
