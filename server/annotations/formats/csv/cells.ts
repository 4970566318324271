import { groupBy } from '../../../text/group.ts';
import type { Span } from '../../../text/span.ts';
import type { TextFile, TextOf } from '../annotation.ts';
import { dropEnding } from '../fileNames.ts';
import { Malformed } from '../malformed.ts';
import { checkSpan, createPlaces } from '../places.ts';
import { type Row, readTable } from './table.ts';

/** The cells of a span: its words, its offsets in UTF-16 code units and, where asked for, in code points. */
export function writeSpan(text: string, span: Span | undefined, role = ''): Readonly<Record<string, string>> {
  if (!span) return {};
  const places = createPlaces(text, 'points');
  const own = { [role === '' ? 'words' : role]: text.slice(span.start, span.end) };
  if (role !== '')
    return { [`${role}_start`]: String(span.start), [`${role}_end`]: String(span.end), ...own };
  const { start, end } = places.write(span);
  return {
    ...{ start: String(span.start), end: String(span.end) },
    ...{ start_points: String(start), end_points: String(end), ...own },
  };
}

/** The span of a row, or of a role in it; undefined where its cells are empty. Throws `Malformed`. */
export function readSpan(file: TextFile, text: string, { line, cells }: Row, role = ''): Span | undefined {
  const prefix = role === '' ? '' : `${role}_`;
  const fail = (reason: string): never => {
    throw new Malformed(file.name, line, reason);
  };
  const [start = '', end = ''] = [cells[`${prefix}start`], cells[`${prefix}end`]];
  if (start === '' && end === '') return undefined;
  if (!/^\d{1,15}$/u.test(start) || !/^\d{1,15}$/u.test(end))
    return fail(`its offsets “${start}” and “${end}” are no numbers`);
  const place = checkSpan(text, { start: Number(start), end: Number(end) });
  if (typeof place === 'string') return fail(place);
  const words = cells[role === '' ? 'words' : role] ?? cells[role === '' ? 'text' : role] ?? '';
  const there = text.slice(place.start, place.end);
  // Spreadsheets write line ends as they please.
  if (words !== '' && plain(words) !== plain(there))
    return fail(`the text has “${there}” where “${words}” should be`);
  return place;
}

function plain(words: string): string {
  return words.replace(/\r\n?/gu, '\n');
}

/** Rows by the article they are about, with its text. Throws `Malformed` where that is missing. */
export function groupRows(
  file: TextFile,
  textOf: TextOf,
): readonly { readonly name: string; readonly text: string; readonly rows: readonly Row[] }[] {
  const otherwise = dropEnding(file.name, ['.quotes.csv', '.csv', '.tsv']);
  const groups = groupBy(readTable(file), (row) => articleOf(row) ?? otherwise);
  return Array.from(groups, ([name, rows]) => {
    const text = textOf(name);
    if (text === undefined)
      throw new Malformed(file.name, rows[0]?.line ?? 1, `its article ${name} is missing`);
    return { name, text, rows };
  });
}

/** The articles that a table is about. Cannot fail. */
export function listArticles(file: TextFile): readonly string[] {
  try {
    const names = readTable(file).flatMap((row) => articleOf(row) ?? []);
    return names.length === 0
      ? [dropEnding(file.name, ['.quotes.csv', '.csv', '.tsv'])]
      : [...new Set(names)];
  } catch {
    return [];
  }
}

function articleOf({ cells }: Row): string | undefined {
  return [cells.article, cells.document, cells.doc, cells.file].find(
    (name) => name !== undefined && name !== '',
  );
}

/** The rows without `Malformed`'s reason: whether a file has a table with these columns. */
export function hasColumns({ content }: TextFile, ...columns: readonly string[]): boolean {
  const head = /^\ufeff?([^\r\n]*)/u.exec(content)?.[1] ?? '';
  const own = head.split(/[,;\t]/u).map((cell) => cell.trim().replace(/^"|"$/gu, ''));
  return columns.every((column) => own.includes(column));
}
