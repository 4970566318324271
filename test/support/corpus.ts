import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { field, findFrontMatter } from '../../server/analysis/frontMatter.ts';
import type { Form } from '../../server/analysis/types.ts';
import type { GoldRecord } from '../../server/cli/input.ts';
import type { EntityRecord, QuoteRecord } from '../../server/cli/records.ts';
import { contains } from '../../server/text/span.ts';
import { degradeMarked } from './degrade.ts';
import { type GoldMark, type Marked, parseMarked } from './notation.ts';

export const CORPUS = path.join(import.meta.dirname, '../../corpus');

/** An article of the corpus with its gold marks. */
export interface CorpusArticle extends Marked {
  readonly name: string;
  readonly form: Form;
  /** Known from front matter or from the name of the file; a dateline is for the reader to find. */
  readonly published: string | undefined;
}

export function corpusNames(): readonly string[] {
  return readdirSync(path.join(CORPUS, 'gold')).map((file) => path.basename(file, '.gold'));
}

/** The gold of an article as it is written: in the edited form. */
export function readGold(name: string): CorpusArticle {
  const marked = parseMarked(readFileSync(path.join(CORPUS, 'gold', `${name}.gold`), 'utf8'));
  const named = /\d{4}-\d{2}-\d{2}/u.exec(name)?.[0];
  const published = field(findFrontMatter(marked.text), 'published')?.value ?? named;
  return { ...marked, name, form: 'edited', published };
}

/** The same in the scraped form, the marks moved with their words. */
export function scrape(gold: CorpusArticle): CorpusArticle {
  return { ...gold, ...degradeMarked(gold), form: 'scraped' };
}

/** The text of an article as an annotator opens it. */
export function readCorpusText(name: string): string {
  return readFileSync(path.join(CORPUS, `${name}.article`), 'utf8');
}

/** Every article of the corpus as a record of gold, in the edited form. */
export function goldRecords(): readonly GoldRecord[] {
  return corpusNames().map((name) => toRecord(readGold(name)));
}

function toRecord({ name, text, marks, published }: CorpusArticle): GoldRecord {
  return {
    id: name,
    text,
    ...(published !== undefined && { published }),
    entities: marks.flatMap((mark) => toEntity(mark) ?? []),
    quotes: marks.filter(({ kind }) => kind === 'quote').map((quote) => toQuote(quote, marks)),
  };
}

function toEntity({ kind, start, end, value, words }: GoldMark): EntityRecord | undefined {
  switch (kind) {
    case 'person':
      return { start, end, type: 'PERSON', ...(value && { entity: value }) };
    case 'country':
      return {
        start,
        end,
        type: 'COUNTRY',
        ...(value && { code: value }),
        ...(words[0] && { form: words[0] }),
      };
    case 'date':
      return {
        ...{ start, end, type: 'DATE' },
        ...(words[0] && { timex: words[0] }),
        ...(value && { value }),
        ...(words[1] && { mod: words[1] }),
      };
    case 'quote':
    case 'speaker':
    case 'cue':
    case 'clause':
      return undefined;
  }
}

function toQuote({ start, end, words, numbers }: GoldMark, marks: readonly GoldMark[]): QuoteRecord {
  const linked = (kind: GoldMark['kind']): GoldMark | undefined =>
    marks.find((mark) => mark.kind === kind && mark.numbers.some((number) => numbers.includes(number)));
  const speaker = linked('speaker');
  const cue = linked('cue');
  const clause = linked('clause');
  return {
    ...{ start, end },
    ...(words[0] && { kind: words[0] }),
    ...(speaker && {
      speaker: { start: speaker.start, end: speaker.end, ...(speaker.value && { entity: speaker.value }) },
    }),
    ...(cue && { cue: { start: cue.start, end: cue.end } }),
    ...(clause && contains(clause, start) && { clause: { start: clause.start, end: clause.end } }),
  };
}
