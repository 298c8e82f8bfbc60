import { expect, it } from 'vitest';
import { changesText } from './api';

it('shows old and new value, also where one of them is missing', () => {
  expect(
    changesText({
      value: { before: '1.2', after: '1.3' },
      state: { after: 'OPEN' },
      note: { before: 'x' },
    }),
  ).toBe('value: 1.2 → 1.3\nstate: OPEN\nnote: x → –');
  expect(changesText({})).toBe('');
});
