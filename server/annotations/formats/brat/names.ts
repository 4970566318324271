/**
 * A kind, key or role as brat wants names: letters, figures, `_` and `-`, with a capital (`person` → `Person`). A name
 * that begins with two capitals stays (`GPE`). Every other character is written as `_x` and its code unit in hex, so
 * that the name can be read back.
 */
export function toBratName(name: string): string {
  const isAcronym = ACRONYM.test(name);
  let written = '';
  for (let i = 0; i < name.length; i++) {
    const letter = name.charAt(i);
    const isPlain = /[A-Za-z0-9_-]/u.test(letter) && !name.startsWith('_x', i);
    if (i > 0 || isAcronym) written += isPlain ? letter : escapeUnit(letter);
    else if (/[a-z]/u.test(letter) && !/^.[A-Z]/u.test(name)) written += letter.toUpperCase();
    else written += isPlain && !/[A-Za-z]/u.test(letter) ? letter : escapeUnit(letter);
  }
  return written;
}

/** The name that was written so; of a name of another tool the same in lower case at its head. */
export function fromBratName(written: string): string {
  const own = ACRONYM.test(written) ? written : written.charAt(0).toLowerCase() + written.slice(1);
  return own.replace(/_x([0-9a-f]{4})/gu, (_, unit: string) =>
    String.fromCharCode(Number.parseInt(unit, 16)),
  );
}

const ACRONYM = /^[A-Z]{2}/u;

function escapeUnit(unit: string): string {
  return `_x${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** A value without white space and control characters: each becomes `%` and its code unit in hex. */
export function escapeValue(value: string): string {
  return value.replace(/[\s%\p{Cc}]/gu, (letter) => `%${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The value that was escaped so. */
export function readValue(escaped: string): string {
  return escaped.replace(/%([0-9a-f]{4})/gu, (_, unit: string) =>
    String.fromCharCode(Number.parseInt(unit, 16)),
  );
}

/** Text on one line: backslashes, line breaks and tabs escaped as in C. */
export function escapeLine(text: string): string {
  return text.replace(/[\\\n\r\t]/gu, (letter) => ESCAPES.get(letter) ?? letter);
}

/** The text that was put on one line. */
export function readEscapedLine(line: string): string {
  return line.replace(/\\([\\nrt])/gu, (_, letter: string) => UNESCAPED.get(letter) ?? letter);
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['\\', '\\\\'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);
const UNESCAPED: ReadonlyMap<string, string> = new Map([
  ['\\', '\\'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);
