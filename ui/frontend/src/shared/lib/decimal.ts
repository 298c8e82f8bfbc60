/*
 * Typed numbers stay text from the key press to the record: a JavaScript number would turn 0.10 into 0.1.
 * Comparison works on the digits, so that no limit is judged on a rounded binary value.
 */

/** Full-width digits and signs of a Japanese IME become plain ones; a decimal comma is never guessed. */
export const normalizeNumber = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/[。．]/g, '.')
    .replace(/[ー−–‐]/g, '-')
    .replace(/\s/g, '');

export const isDecimal = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text);
export const isInteger = (text: string): boolean => /^-?\d+$/.test(text);

/** -1, 0 or 1; both must be plain decimals, also with an exponent as the server may print it. */
export function compareDecimals(a: string, b: string): -1 | 0 | 1 {
  const x = scaled(a);
  const y = scaled(b);
  const scale = Math.max(x.scale, y.scale);
  const left = x.digits * 10n ** BigInt(scale - x.scale);
  const right = y.digits * 10n ** BigInt(scale - y.scale);
  return left < right ? -1 : left > right ? 1 : 0;
}

function scaled(text: string): { digits: bigint; scale: number } {
  const match = /^([+-]?)(\d+)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/.exec(text);
  if (!match) throw new Error(`not a decimal: ${text}`);
  const [, sign, whole = '0', fraction = '', exponent = '0'] = match;
  const scale = fraction.length - Number(exponent);
  const digits = BigInt(whole + fraction) * 10n ** BigInt(Math.max(0, -scale));
  return { digits: sign === '-' ? -digits : digits, scale: Math.max(0, scale) };
}
