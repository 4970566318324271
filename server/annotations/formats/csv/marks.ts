import { isObject, type JsonObject, parseObject } from '../../sideFile/json.ts';
import { VERDICTS } from '../../sideFile/stored.ts';
import type { AnnotatedText, Annotation, Loss, TextFile } from '../annotation.ts';
import { restOf, splitStrings, toRest, without } from '../fields.ts';
import { EVERYTHING, type Format } from '../format.ts';
import { createIds } from '../ids.ts';
import { fromLabel } from '../labels.ts';
import { Malformed } from '../malformed.ts';
import { groupRows, hasColumns, listArticles, readSpan, writeSpan } from './cells.ts';
import { joinTables, type Row, writeTable } from './table.ts';

const KEYS = ['entity', 'code', 'form', 'timex', 'value', 'mod', 'quotation', 'stance'];
const ROLES = ['speaker', 'cue'];
const FIELDS = ['note', 'verdict', 'annotator', 'created', 'modified'] as const;
const COLUMNS = [
  ...['article', 'kind', 'start', 'end', 'start_points', 'end_points', 'words', ...KEYS, 'attributes'],
  ...[...ROLES.flatMap((role) => [role, `${role}_start`, `${role}_end`]), 'parts'],
  ...[...FIELDS, 'unsure', 'suggested', 'id'],
];

/** One row a mark, with offsets in UTF-16 code units and in code points; what has no column of its own is JSON. */
export const CSV: Format = {
  name: 'csv',
  title: 'CSV, one row a mark',
  endings: ['.csv', '.tsv'],
  units: 'UTF-16 code units',
  holds: EVERYTHING,
  hasLabels: false,
  write(article) {
    const losses: Loss[] = [];
    const kept = restOf(article, 'csv')?.marks;
    const rows = article.marks.map((mark) => toRow(article, mark, losses, kept));
    return { files: [{ name: `${article.name}.csv`, content: writeTable(COLUMNS, rows) }], losses };
  },
  join: (contents) => joinTables(COLUMNS, contents),
  read: (files, textOf) =>
    files
      .filter(({ name }) => /\.[ct]sv$/u.test(name))
      .flatMap((file) => groupRows(file, textOf).map((group) => toArticle(file, group))),
  recognises: (file) =>
    hasColumns(file, 'start', 'end') && ['kind', 'label', 'type'].some((column) => hasColumns(file, column)),
  needs: listArticles,
};

function toRow(
  { text, name }: AnnotatedText,
  mark: Annotation,
  losses: Loss[],
  kept: Readonly<Record<string, JsonObject>> = {},
): Readonly<Record<string, string>> {
  const [known, others] = splitBy(mark.attributes, (key, value) => KEYS.includes(key) && value !== '');
  const [, parts] = splitBy(mark.parts, (role) => ROLES.includes(role));
  const fields = FIELDS.map((field) => {
    if (mark[field] === '') losses.push({ mark, field, reason: 'an empty cell says that there is none' });
    return [field, mark[field] ?? ''];
  });
  return {
    ...(mark.id !== undefined && splitStrings(kept[mark.id] ?? {}).strings),
    ...{ article: name, kind: mark.kind, ...writeSpan(text, mark), ...known },
    attributes: Object.keys(others).length === 0 ? '' : JSON.stringify(others),
    ...writeSpan(text, mark.parts.speaker, 'speaker'),
    ...writeSpan(text, mark.parts.cue, 'cue'),
    parts: Object.keys(parts).length === 0 ? '' : JSON.stringify(parts),
    ...Object.fromEntries(fields),
    ...{ unsure: mark.unsure ? 'true' : '', suggested: mark.suggested ? 'true' : '', id: mark.id ?? '' },
  };
}

function splitBy<Value>(
  record: Readonly<Record<string, Value>>,
  isFirst: (key: string, value: Value) => boolean,
): readonly [Record<string, Value>, Record<string, Value>] {
  const entries = Object.entries(record);
  return [
    Object.fromEntries(entries.filter(([key, value]) => isFirst(key, value))),
    Object.fromEntries(entries.filter(([key, value]) => !isFirst(key, value))),
  ];
}

function toArticle(
  file: TextFile,
  { name, text, rows }: { readonly name: string; readonly text: string; readonly rows: readonly Row[] },
): AnnotatedText {
  const idOf = createIds('csv');
  const rest = new Map<string, JsonObject>();
  const marks = rows.map((row) => {
    const mark = readRow(file, text, row);
    const id = row.cells.id === undefined || row.cells.id === '' ? idOf(mark) : row.cells.id;
    rest.set(id, without(row.cells, ...COLUMNS, 'label', 'type', 'text', 'document', 'doc', 'file'));
    return { ...mark, id };
  });
  return { name, text, marks, rest: toRest('csv', {}, rest) };
}

function readRow(file: TextFile, text: string, row: Row): Annotation {
  const { cells, line } = row;
  const fail = (reason: string): never => {
    throw new Malformed(file.name, line, reason);
  };
  const kind = cells.kind ?? fromLabel(cells.label ?? cells.type ?? '');
  if (kind === '') return fail('it has no kind');
  const span = readSpan(file, text, row) ?? fail('it has no offsets');
  const verdict = VERDICTS.find((own) => own === cells.verdict);
  if (!verdict && cells.verdict) return fail(`“${cells.verdict}” is no verdict: ${VERDICTS.join(', ')}`);
  const json = (column: 'attributes' | 'parts'): JsonObject => {
    const object = cells[column] ? parseObject(cells[column]) : {};
    return typeof object === 'string' ? fail(`its ${column}: ${object}`) : object;
  };
  const known = KEYS.flatMap((key) => (cells[key] ? [[key, cells[key]] as const] : []));
  const others = Object.entries(json('parts')).map(([role, part]) => {
    if (!isObject(part) || typeof part.start !== 'number' || typeof part.end !== 'number')
      return fail(`its part ${role} has no offsets`);
    return [role, { start: part.start, end: part.end }] as const;
  });
  const parts = ROLES.flatMap((role) => {
    const part = readSpan(file, text, row, role);
    return part ? [[role, part] as const] : [];
  });
  const given = (field: 'note' | 'annotator' | 'created' | 'modified'): Partial<Annotation> =>
    cells[field] ? { [field]: cells[field] } : {};
  return {
    ...{ start: span.start, end: span.end, kind },
    attributes: { ...Object.fromEntries(known), ...splitStrings(json('attributes')).strings },
    parts: Object.fromEntries([...parts, ...others]),
    ...{ ...given('note'), ...given('annotator'), ...given('created'), ...given('modified') },
    ...(verdict && { verdict }),
    ...(cells.unsure === 'true' && { unsure: true }),
    ...(cells.suggested === 'true' && { suggested: true }),
  };
}
