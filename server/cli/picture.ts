import pc from 'picocolors';
import { countryFacts } from '../analysis/countries/facts.ts';
import type { Article, Quotation } from '../analysis/types.ts';
import { byPlace, firstEndingAfter, type Span, slice } from '../text/span.ts';

export interface PictureOptions {
  readonly title: string;
  readonly hasColours: boolean;
}

type Layer = 'person' | 'country' | 'date';
type Paint = (words: string) => string;

/** An article for a terminal: its text with the finds in it, and tables of them below. */
export function drawArticle(article: Article, { title, hasColours }: PictureOptions): string {
  const colours = pc.createColors(hasColours);
  const paints: Readonly<Record<Layer, Paint>> = {
    person: hasColours ? (words) => colours.bold(colours.cyan(words)) : (words) => `[${words}]ᴾ`,
    country: hasColours ? (words) => colours.bold(colours.yellow(words)) : (words) => `[${words}]ᶜ`,
    date: hasColours ? (words) => colours.bold(colours.green(words)) : (words) => `[${words}]ᴰ`,
  };
  const quoted: Paint = hasColours ? colours.underline : (words) => words;
  const head = colours.bold(title) + (article.publication ? `  ${article.publication.date}` : '');
  const sections = [
    ['People', listPeople(article)],
    ['Countries', listCountries(article)],
    ['Dates', listDates(article)],
    ['Quotes', listQuotes(article)],
  ] as const;
  const tables = sections
    .filter(([, rows]) => rows.length > 0)
    .map(([name, rows]) => [colours.bold(name), ...alignRows(rows)].join('\n'));
  return [head, drawText(article, paints, quoted), ...tables, ''].join('\n\n');
}

/** The text cut at the edges of mentions and quotes. */
function drawText(article: Article, paints: Readonly<Record<Layer, Paint>>, quoted: Paint): string {
  const { text, people, countries, dates, quotations } = article;
  const mentions = [...people, ...countries, ...dates].sort(byPlace);
  let picture = '';
  let offset = 0;
  for (const mention of mentions) {
    if (mention.start < offset) continue;
    picture += drawPlain(text, { start: offset, end: mention.start }, quotations, quoted);
    picture += drawPlain(
      text,
      mention,
      quotations,
      (words) => quoted(paints[mention.kind](words)),
      paints[mention.kind],
    );
    offset = mention.end;
  }
  return picture + drawPlain(text, { start: offset, end: text.length }, quotations, quoted);
}

/** A stretch with its parts inside of quotes painted one way and the others another. */
function drawPlain(
  text: string,
  span: Span,
  quotations: readonly Quotation[],
  quoted: Paint,
  plain: Paint = (words) => words,
): string {
  let picture = '';
  let offset = span.start;
  for (let i = firstEndingAfter(quotations, offset); i < quotations.length; i++) {
    const quotation = quotations[i] as Quotation;
    if (quotation.end <= offset) continue;
    if (span.end <= quotation.start) break;
    const start = Math.max(offset, quotation.start);
    const end = Math.min(span.end, quotation.end);
    if (offset < start) picture += plain(text.slice(offset, start));
    picture += paintLines(text.slice(start, end), quoted);
    offset = end;
  }
  return offset < span.end ? picture + plain(text.slice(offset, span.end)) : picture;
}

/** Colours end with the line. */
function paintLines(words: string, paint: Paint): string {
  return words
    .split('\n')
    .map((line) => (line === '' ? '' : paint(line)))
    .join('\n');
}

function listPeople({ people, entities }: Article): readonly string[][] {
  const rows = entities.map(({ name, title, mentions }) => [
    name,
    title ?? '',
    count(mentions.length, 'mention'),
  ]);
  const open = people.filter(({ entity }) => entity === undefined).length;
  return open === 0 ? rows : [...rows, ['(not settled)', '', count(open, 'mention')]];
}

function listCountries({ countries }: Article): readonly string[][] {
  const counts = new Map<string, Map<string, number>>();
  for (const { code, form } of countries) {
    const forms = counts.get(code) ?? new Map<string, number>();
    counts.set(code, forms.set(form, (forms.get(form) ?? 0) + 1));
  }
  return Array.from(counts, ([code, forms]) => [
    code,
    countryFacts(code)?.name ?? '',
    Array.from(forms, ([form, number]) => `${form} ${number}`).join(', '),
  ]);
}

function listDates({ text, dates }: Article): readonly string[][] {
  return dates.map((date) => [
    date.value,
    date.mod ? `${date.timex} ${date.mod}` : date.timex,
    short(slice(text, date)),
  ]);
}

function listQuotes({ text, quotations, entities }: Article): readonly string[][] {
  return quotations.map(({ kind, speaker, cue, start, end }) => {
    const name = speaker?.entity === undefined ? undefined : entities[speaker.entity]?.name;
    const words = speaker ? short(slice(text, speaker)) : 'nobody named';
    const who = name !== undefined && name !== words ? `${words} (${name})` : words;
    return [who, cue ? slice(text, cue) : '', kind, short(text.slice(start, end))];
  });
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

function short(words: string): string {
  const line = words.replace(/\s+/gu, ' ');
  return line.length <= 60 ? line : `${line.slice(0, 59)}…`;
}

/** Columns as wide as their widest cell. */
function alignRows(rows: readonly (readonly string[])[]): readonly string[] {
  const widths: number[] = [];
  for (const row of rows)
    for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, cell.length);
  return rows.map((row) => `  ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  ')}`.trimEnd());
}
