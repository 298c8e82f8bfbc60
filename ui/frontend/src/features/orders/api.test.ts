import { expect, it } from 'vitest';
import { normalize } from './api';

const text = { en: 'x', ja: 'x' };

it('offers one line per version and equipment by class', () => {
  const options = normalize({
    products: [
      {
        code: 'car-t-lv',
        name: text,
        versions: [
          {
            version: '1.0',
            equipment: [{ role: 'bioreactor', equipmentClass: 'rocking-bioreactor', name: text }],
          },
          { version: '1.1' },
        ],
      },
    ],
    clients: [],
    suites: [],
    equipment: [
      { id: 'BRX-01', class: 'rocking-bioreactor', name: text },
      { id: 'BRX-02', class: 'rocking-bioreactor', name: text },
    ],
  });
  expect(options.products.map((p) => `${p.code} ${p.version}`)).toEqual([
    'car-t-lv 1.0',
    'car-t-lv 1.1',
  ]);
  expect(options.products[0]!.equipment).toEqual([
    { role: 'bioreactor', class: 'rocking-bioreactor', name: text },
  ]);
  expect(options.equipment['rocking-bioreactor']!.map((e) => e.id)).toEqual(['BRX-01', 'BRX-02']);
});
