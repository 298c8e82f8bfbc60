import { describe, expect, it } from 'vitest';
import { csv, csvField } from './csv';

describe('csv', () => {
  // A batch comment such as =HYPERLINK(...) must not run on the reviewer's machine.
  it.each(['=1+1', '+1+1', '-1+1', '@SUM(A1)', '\t=1', '\r=1', '＝1', '-', '+49 30'])(
    'disarms %j',
    (value) => expect(csvField(value).replace(/^"/, '')).toMatch(/^'/),
  );

  it('leaves plain negative numbers as numbers', () => {
    expect(csvField('-196.0')).toBe('-196.0');
    expect(csvField('-5')).toBe('-5');
  });

  it('quotes separators and doubles quotes', () => {
    expect(csvField('a,b')).toBe('"a,b"');
    expect(csvField('say "hi"')).toBe('"say ""hi"""');
    expect(csv([['a', 'b\nc']])).toBe('a,"b\nc"\r\n');
  });
});
