import { describe, expect, it } from 'vitest';
import { compareDecimals, isDecimal, isInteger, normalizeNumber } from './decimal';

describe('typed numbers', () => {
  it('become plain digits when a Japanese keyboard made them full-width', () => {
    expect(['１．２５', '１。２', 'ー１９６', '−0.5', ' 37 '].map(normalizeNumber)).toEqual([
      '1.25',
      '1.2',
      '-196',
      '-0.5',
      '37',
    ]);
  });

  it('with a decimal comma, an exponent or no digits are refused, not guessed', () => {
    expect(['1,5', '1e3', '.', '', '-', '1.', 'NaN'].map(isDecimal)).toEqual(Array(7).fill(false));
    expect(isInteger('1.0')).toBe(false);
  });

  it('compare digit by digit, beyond what a binary number can hold', () => {
    expect(compareDecimals('0.1', '0.10')).toBe(0);
    expect(compareDecimals('9007199254740993', '9007199254740992')).toBe(1);
    expect(compareDecimals('0.30000000000000001', '0.3')).toBe(1);
    expect(compareDecimals('-2', '1')).toBe(-1);
    expect(compareDecimals('1E+3', '1000')).toBe(0);
    expect(compareDecimals('5e-1', '0.5')).toBe(0);
  });
});
