/**
 * Rows as CSV (RFC 4180, with CRLF). A text that a spreadsheet would take for a formula is led by an apostrophe; numbers,
 * negative ones too, are not.
 */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(toCell).join(',')}\r\n`).join('');
}

function toCell(value: string): string {
  const isNumber = value !== '' && Number.isFinite(Number(value));
  const safe = !isNumber && /^[=+\-@\t\r]/u.test(value) ? `'${value}` : value;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
