import papaparse from 'papaparse';
import type { TextFile } from '../annotation.ts';
import { Malformed } from '../malformed.ts';

/** A row of a table by the names of its columns, and the line of the file on which it begins. */
export interface Row {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

/**
 * Reads comma-separated values as RFC 4180 has them, or with semicolons or tabs, as spreadsheets write them; the first
 * row names the columns. Throws `Malformed` where quotes are not closed or a row has too many cells.
 */
export function readTable({ name, content }: TextFile): readonly Row[] {
  const head = /^[^\r\n]*/u.exec(content)?.[0] ?? '';
  const delimiter = [',', ';', '\t'].reduce((best, own) =>
    head.split(best).length < head.split(own).length ? own : best,
  );
  const newline = content.startsWith('\r\n', head.length)
    ? '\r\n'
    : content[head.length] === '\r'
      ? '\r'
      : '\n';
  const rows: Row[] = [];
  let columns: readonly string[] | undefined;
  let line = 1;
  let from = 0;
  papaparse.parse<string[]>(content, {
    delimiter,
    newline,
    step: ({ data, errors, meta }) => {
      const begin = line;
      const own = content.slice(from, meta.cursor);
      line += own.split(newline).length - 1;
      from = meta.cursor;
      const [error] = errors;
      if (error) throw new Malformed(name, begin, error.message);
      if (data.length === 1 && data[0]?.trim() === '') return;
      if (columns === undefined) columns = data.map((cell) => cell.trim());
      else if (data.length > columns.length)
        throw new Malformed(name, begin, `${data.length} cells, but there are ${columns.length} columns`);
      else rows.push({ line: begin, cells: toCells(columns, data) });
    },
  });
  return rows;
}

function toCells(columns: readonly string[], data: readonly string[]): Row['cells'] {
  return Object.fromEntries(columns.map((column, i) => [column, data[i] ?? '']));
}

/** Rows as comma-separated values with every column that one of them has; these first. */
export function writeTable(
  columns: readonly string[],
  rows: readonly Readonly<Record<string, string>>[],
): string {
  const all = [...new Set([...columns, ...rows.flatMap((row) => Object.keys(row))])];
  const data = rows.map((row) => all.map((column) => row[column] ?? ''));
  return `${papaparse.unparse([all, ...data], { newline: '\r\n' })}\r\n`;
}

/** Several tables below each other. */
export function joinTables(columns: readonly string[], contents: readonly string[]): string {
  const rows = contents.flatMap((content) => readTable({ name: '', content }));
  return writeTable(
    columns,
    rows.map(({ cells }) => cells),
  );
}
