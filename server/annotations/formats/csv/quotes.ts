import type { AnnotatedText, Annotation, Loss, TextFile } from '../annotation.ts';
import type { Format } from '../format.ts';
import { createIds } from '../ids.ts';
import { Malformed } from '../malformed.ts';
import { groupRows, hasColumns, listArticles, readSpan, writeSpan } from './cells.ts';
import { joinTables, type Row, writeTable } from './table.ts';

const KEYS = ['entity', 'quotation', 'stance'];
const ROLES = ['speaker', 'cue'];
const COLUMNS = [
  ...[
    'article',
    'speaker',
    'entity',
    'cue',
    'words',
    'quotation',
    'stance',
    'start',
    'end',
    'start_points',
    'end_points',
  ],
  ...ROLES.flatMap((role) => [`${role}_start`, `${role}_end`]),
];

/** Who said what: one row a quote, with its speaker's words and name, its cue and their offsets. */
export const CSV_QUOTES: Format = {
  name: 'csv-quotes',
  title: 'CSV, who said what',
  endings: ['.quotes.csv'],
  units: 'UTF-16 code units',
  holds: ['attributes', 'parts'],
  hasLabels: false,
  write(article) {
    const losses: Loss[] = [];
    const rows = article.marks.flatMap((mark) => toRow(article, mark, losses));
    return { files: [{ name: `${article.name}.quotes.csv`, content: writeTable(COLUMNS, rows) }], losses };
  },
  join: (contents) => joinTables(COLUMNS, contents),
  read: (files, textOf) =>
    files
      .filter(({ name }) => /\.[ct]sv$/u.test(name))
      .flatMap((file) => groupRows(file, textOf).map((group) => toArticle(file, group))),
  recognises: (file) => hasColumns(file, 'start', 'end', 'speaker', 'cue') && !hasColumns(file, 'kind'),
  needs: listArticles,
};

function toRow(
  { text, name }: AnnotatedText,
  mark: Annotation,
  losses: Loss[],
): readonly Readonly<Record<string, string>>[] {
  if (mark.kind !== 'quote') {
    losses.push({ mark, field: 'mark', reason: 'only quotes are listed' });
    return [];
  }
  for (const [key, value] of Object.entries(mark.attributes))
    if (!KEYS.includes(key) || value === '')
      losses.push({ mark, field: `attributes.${key}`, reason: 'it has no column' });
  for (const role of Object.keys(mark.parts))
    if (!ROLES.includes(role)) losses.push({ mark, field: `parts.${role}`, reason: 'it has no column' });
  const known = KEYS.map((key) => [key, mark.attributes[key] ?? '']);
  return [
    {
      ...{ article: name, ...writeSpan(text, mark), ...Object.fromEntries(known) },
      ...writeSpan(text, mark.parts.speaker, 'speaker'),
      ...writeSpan(text, mark.parts.cue, 'cue'),
    },
  ];
}

function toArticle(
  file: TextFile,
  { name, text, rows }: { readonly name: string; readonly text: string; readonly rows: readonly Row[] },
): AnnotatedText {
  const idOf = createIds('csv-quotes');
  const marks = rows.map((row): Annotation => {
    const span = readSpan(file, text, row);
    if (!span) throw new Malformed(file.name, row.line, 'it has no offsets');
    const parts = ROLES.flatMap((role) => {
      const part = readSpan(file, text, row, role);
      return part ? [[role, part] as const] : [];
    });
    const attributes = KEYS.flatMap((key) => (row.cells[key] ? [[key, row.cells[key]] as const] : []));
    const mark = { ...{ start: span.start, end: span.end, kind: 'quote' }, parts: Object.fromEntries(parts) };
    return { ...mark, id: idOf(mark), attributes: Object.fromEntries(attributes) };
  });
  return { name, text, marks, rest: [] };
}
