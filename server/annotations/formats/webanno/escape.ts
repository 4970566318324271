const UNESCAPED: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r' };

/** A value as a cell has it: what has a meaning there with a backslash before it. */
export function escapeValue(value: string): string {
  return value.replace(/->|[\\[\]|_;*\t\n\r]/gu, (own) => `\\${LETTERS[own] ?? own}`);
}

const LETTERS: Readonly<Record<string, string>> = { '\t': 't', '\n': 'n', '\r': 'r' };

/** The words of a token or a line of text. */
export function escapeText(text: string): string {
  return text.replace(/[\\\t\n\r]/gu, (own) => `\\${LETTERS[own] ?? own}`);
}

/** What was escaped so. */
export function unescapeCell(cell: string): string {
  return cell.replace(/\\(.)/gsu, (_, own: string) => UNESCAPED[own] ?? own);
}

/** A cell cut at a sign that has no backslash before it. Linear. */
export function splitCell(cell: string, sign: '|' | ';'): readonly string[] {
  const items = [''];
  for (let i = 0; i < cell.length; i++) {
    if (cell[i] === sign) {
      items.push('');
      continue;
    }
    const own = cell[i] === '\\' ? cell.slice(i, ++i + 1) : cell.charAt(i);
    items.push(`${items.pop()}${own}`);
  }
  return items;
}

/** A stacked item: its value, undefined for `*`, and the number behind it, 0 where there is none. */
export function readItem(item: string): { readonly value: string | undefined; readonly number: number } {
  const suffix = /\[(\d{1,15})\]$/u.exec(item);
  const before = suffix ? item.slice(0, suffix.index) : item;
  // A bracket behind a backslash is one of the value, but for a backslash that has one itself.
  const isNumber = suffix !== null && (/\\*$/u.exec(before)?.[0].length ?? 0) % 2 === 0;
  const own = isNumber ? before : item;
  return { value: own === '*' ? undefined : unescapeCell(own), number: isNumber ? Number(suffix[1]) : 0 };
}

/** The name of a feature: letters and figures, everything else as `_x` and its code unit in hex. */
export function toFeature(key: string): string {
  const escapeUnit = (letter: string): string => `_x${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
  const own = key.replace(/[^A-Za-z0-9]/g, escapeUnit);
  return RESERVED.includes(own) ? escapeUnit(own.charAt(0)) + own.slice(1) : own;
}

/** The key that was named so. */
export function fromFeature(name: string): string {
  return name.replace(/_x([0-9a-f]{4})/gu, (_, unit: string) =>
    String.fromCharCode(Number.parseInt(unit, 16)),
  );
}

/** The features that say what is no attribute. */
const RESERVED = ['kind', 'note', ''];
