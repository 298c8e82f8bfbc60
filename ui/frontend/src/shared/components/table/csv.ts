/** A plain decimal is data, never a formula; quoting it would make every freezer temperature a text. */
const PLAIN_NUMBER = /^-?\d+(\.\d+)?$/;
/** Spreadsheets start a formula with these, also in their full-width forms. */
const STARTS_FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** One field: quoted as RFC 4180 asks, and disarmed when a spreadsheet would run it. */
export function csvField(value: string): string {
  const safe = STARTS_FORMULA.test(value) && !PLAIN_NUMBER.test(value) ? `'${value}` : value;
  return /[",\r\n\t']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The whole file, CRLF between the lines. */
export function csv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(csvField).join(',')).join('\r\n') + '\r\n';
}

/** Hands the file to the browser; the byte order mark lets Excel read Japanese. */
export function downloadCsv(name: string, rows: readonly (readonly string[])[]): void {
  const url = URL.createObjectURL(
    new Blob(['\uFEFF', csv(rows)], { type: 'text/csv;charset=utf-8' }),
  );
  const link = document.createElement('a');
  link.href = url;
  link.download = `${name.replace(/[^\p{L}\p{N}._-]+/gu, '-')}.csv`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
