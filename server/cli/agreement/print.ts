import type { Figures } from '../../annotations/agreement/measure.ts';
import type { AgreementReport, Disagreement } from '../../annotations/agreement/report.ts';
import { toCsv } from '../csv.ts';

/** How an annotator without a name is called. */
export const UNNAMED = '(no name)';

/** The figures as tables for a terminal. */
export function printTables({ annotators, figures, articles }: AgreementReport): string {
  const heads = ['', 'articles', 'F1 exact', 'F1 overlap', 'kappa', 'Fleiss', 'alpha', 'unitizing'];
  const toRow = (name: string, own: Figures): readonly string[] => [
    name,
    String(own.articles),
    ...[own.exact, own.overlap, own.kappa, own.fleiss, own.alpha, own.unitizing].map(toFigure),
  ];
  const kinds = align([
    [...heads, ...annotators.map((name) => `marks of ${nameOf(name)}`)],
    ...figures.map((own) => [...toRow(own.kind ?? 'all kinds', own), ...own.marks.map(String)]),
  ]);
  const pairs = align([
    ['', 'kind', 'articles', 'F1 exact', 'F1 overlap', 'kappa'],
    ...figures.flatMap(({ kind, pairs: own }) =>
      own.map(({ annotators: names, articles: count, exact, overlap, kappa }) => [
        names.map(nameOf).join(', '),
        kind ?? 'all kinds',
        String(count),
        ...[exact, overlap, kappa].map(toFigure),
      ]),
    ),
  ]);
  const attributes = align([
    ['', 'attribute', 'pairs', 'same', 'share', 'alpha'],
    ...(figures[0]?.attributes ?? []).map(({ kind, key, pairs: all, same, alpha }) => [
      ...[kind, key, String(all), String(same)],
      ...[same / all, alpha].map(toFigure),
    ]),
  ]);
  const each = align([heads, ...articles.map(({ name, figures: [all] }) => toRow(name, all as Figures))]);
  return [kinds, pairs, attributes, each].join('\n\n');
}

/** The figures as CSV, one to a line, for statistics programs. */
export function printCsv({ figures, articles }: AgreementReport): string {
  return toCsv([
    ['article', 'kind', 'annotators', 'measure', 'value'],
    ...figures.flatMap((own) => listFigures('', own)),
    ...articles.flatMap(({ name, figures: own }) => own.flatMap((each) => listFigures(name, each))),
  ]);
}

function listFigures(article: string, own: Figures): readonly (readonly string[])[] {
  const { kind = '', pairs, attributes } = own;
  const row = (who: string, measure: string, value: number | undefined): readonly string[] => [
    ...[article, kind, who, measure],
    value === undefined ? '' : String(value),
  ];
  const names = ['exact', 'overlap', 'kappa', 'fleiss', 'alpha', 'unitizing'] as const;
  return [
    ...names.map((name) => row('', name, own[name])),
    ...pairs.flatMap(({ annotators, exact, overlap, kappa }) => {
      const who = annotators.map(nameOf).join(' / ');
      return [row(who, 'exact', exact), row(who, 'overlap', overlap), row(who, 'kappa', kappa)];
    }),
    ...attributes.flatMap(({ kind: of, key, pairs: all, same, alpha }) => [
      row('', `same ${of} ${key}`, same / all),
      row('', `alpha ${of} ${key}`, alpha),
    ]),
  ];
}

/** A disagreement as plain data: where it is, in what, and what each annotator says; offsets in UTF-16 code units. */
export function toDisagreementRecord({ article, place, annotators }: Disagreement, text: string): object {
  const { start, end, differences, readings } = place;
  return {
    ...{ article, start, end, words: text.slice(start, end), differences },
    readings: readings.map((mark, i) => ({
      annotator: annotators[i],
      ...(mark && {
        ...{
          start: mark.start,
          end: mark.end,
          kind: mark.kind,
          attributes: mark.attributes,
          parts: mark.parts,
        },
        ...(mark.note !== undefined && { note: mark.note }),
      }),
    })),
  };
}

/** The disagreements as lines `file:line:column`, which terminals and editors make links of. */
export function printDisagreements(
  disagreements: readonly Disagreement[],
  textOf: (article: string) => string,
): string {
  return disagreements
    .map(({ article, place, annotators }) => {
      const text = textOf(article);
      const before = text.slice(0, place.start).split('\n');
      const said = place.readings.map((mark, i) => {
        const name = nameOf(annotators[i] ?? '');
        if (!mark) return `${name}: –`;
        const values = Object.values(mark.attributes).join(', ');
        return `${name}: ${mark.kind} “${toLine(text.slice(mark.start, mark.end))}”${values && ` (${values})`}`;
      });
      const at = `${article}:${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
      return `${at}: ${place.differences.join(', ')} · ${said.join(' · ')}`;
    })
    .join('\n');
}

function toLine(words: string): string {
  const line = words.replace(/\s+/gu, ' ');
  return line.length <= 60 ? line : `${line.slice(0, 40)} … ${line.slice(-15)}`;
}

function nameOf(annotator: string): string {
  return annotator === '' ? UNNAMED : annotator;
}

function toFigure(value: number | undefined): string {
  return value === undefined || Number.isNaN(value) ? '–' : value.toFixed(3);
}

/** Columns of a table: the first to the left, the others to the right. */
function align(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  '),
    )
    .join('\n');
}
