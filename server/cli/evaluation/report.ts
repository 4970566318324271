import type { Span } from '../../text/span.ts';
import type { Figures } from './figures.ts';
import type { PlacedMiss, Score } from './score.ts';

/** The figures as a table, one line for each type and way of counting. */
export function printScore({ types, countryForms, quotes }: Score): string {
  const rows = Object.entries(types).flatMap(([type, { strict, relaxed, value, entity }]) =>
    printRows(type, { strict, relaxed, value, entity }),
  );
  rows.push(...printRows('COUNTRY', countryForms));
  if (!quotes) return rows.join('\n');
  const { speaker, ...figures } = quotes;
  const accuracy = `${'QUOTE'.padEnd(8)} ${'speaker'.padEnd(10)} accuracy ${percent(speaker.accuracy)}  (of ${speaker.of})`;
  return [...rows, ...printRows('QUOTE', figures), accuracy].join('\n');
}

function printRows(type: string, figures: Readonly<Record<string, Figures | undefined>>): string[] {
  return Object.entries(figures).flatMap(([name, row]) => {
    if (!row) return [];
    const { precision, recall, f1, gold, predicted } = row;
    const numbers = `P ${percent(precision)}  R ${percent(recall)}  F1 ${percent(f1)}`;
    return [`${type.padEnd(8)} ${name.padEnd(10)} ${numbers}  (gold ${gold}, predicted ${predicted})`];
  });
}

function percent(share: number): string {
  return (100 * share).toFixed(1).padStart(6);
}

const AROUND = 40;

/** A miss with the words around it, on one line. */
export function printMiss({
  article: { id, text },
  fault,
  type,
  span,
  wanted,
  got,
  found,
}: PlacedMiss): string {
  const context = `${around(text, span.start - AROUND, span.start)}[${words(text, span)}]${around(text, span.end, span.end + AROUND)}`;
  const details = [
    wanted !== undefined && `wanted ${wanted}`,
    fault === 'value' || fault === 'speaker' ? `got ${got ?? 'nothing'}` : false,
    found && `found [${words(text, found)}]`,
  ].filter((detail) => detail !== false && detail !== undefined);
  return [`${id}:${span.start}`, `${fault} ${type}`, context, ...details].join('\t');
}

function around(text: string, start: number, end: number): string {
  return text.slice(Math.max(0, start), end).replace(/\s+/gu, ' ');
}

function words(text: string, { start, end }: Span): string {
  return around(text, start, end);
}
