import assert from 'node:assert/strict';
import type { ReadArticle } from '../../server/analysis/article.ts';
import type { Article, Form } from '../../server/analysis/types.ts';
import { degradeText } from '../../server/text/degrade.ts';
import { degradeMarked } from './degrade.ts';
import { foundMentions, foundQuotes } from './found.ts';
import { type GoldMark, isLike, type Marked, type MarkKind, parseMarked, printMarked } from './notation.ts';
import { readArticle } from './reader.ts';

export interface CheckOptions {
  /** `YYYY-MM-DD` */
  readonly published?: string;
  readonly fileName?: string;
  /** The layers to compare; all four where it is left out. Speakers and cues belong to `quote`. */
  readonly only?: readonly Layer[];
  /** `scraped` checks the degraded form of the marked text in its stead. */
  readonly form?: Form;
  /** Another reader than the product's. */
  readonly read?: ReadArticle;
}

export type Layer = 'person' | 'country' | 'date' | 'quote';

/**
 * Strips the marks of a text, reads it and expects the marks back. A mark's value and words are compared where they
 * are given; `[[person=?: Kim]]` expects a mention that fits several people. A quote with a number is compared with
 * its speaker and its cue, or expects that there is none; one without a number is compared alone.
 */
export function check(marked: string, options: CheckOptions = {}): void {
  const given = parseMarked(marked);
  const { text, marks } = options.form === 'scraped' ? degradeMarked(given) : given;
  const { published, fileName, only, read = readArticle } = options;
  const article = read(text, { published, fileName });
  const expected = expect(marks, only, options.form === 'scraped');
  const found = foundMarks(article, expected, only, options.form === 'scraped');
  assert.equal(printMarked(text, inOrder(found)), printMarked(text, inOrder(expected)));
}

/** The same of the text as it stands and of its scraped form. */
export function checkForms(marked: string, options: Omit<CheckOptions, 'form'> = {}): void {
  check(marked, options);
  check(marked, { ...options, form: 'scraped' });
}

/** Strips the marks, reads the text and gives back the article with the offsets of the cursors, for tests of features. */
export function readMarked(
  marked: string,
  options: CheckOptions = {},
): Marked & { readonly article: Article } {
  const given = parseMarked(marked);
  const own = options.form === 'scraped' ? degradeMarked(given) : given;
  return {
    ...own,
    article: readArticle(own.text, { published: options.published, fileName: options.fileName }),
  };
}

/** Quotes are numbered in their order, so that both sides of a comparison number alike. */
function expect(
  marks: readonly GoldMark[],
  only: readonly Layer[] | undefined,
  scraped: boolean,
): readonly GoldMark[] {
  const quotes = marks.filter(({ kind }) => kind === 'quote');
  return marks
    .filter((mark) => mark.kind !== 'clause' && isCompared(mark, only))
    .map((mark) => ({
      ...mark,
      ...(mark.value !== undefined && { value: nameIn(scraped, mark, mark.value) }),
      // Whether a quotation was direct can no longer be seen in the scraped form.
      words: scraped && mark.kind === 'quote' ? [] : mark.words,
      numbers:
        mark.kind === 'quote'
          ? mark.numbers.length > 0
            ? [quotes.indexOf(mark) + 1]
            : []
          : quotes.flatMap((quote, i) =>
              quote.numbers.some((n) => mark.numbers.includes(n)) ? [i + 1] : [],
            ),
    }));
}

function foundMarks(
  article: Article,
  expected: readonly GoldMark[],
  only: readonly Layer[] | undefined,
  scraped: boolean,
): readonly GoldMark[] {
  return [...foundMentions(article), ...foundQuotes(article, expected)]
    .filter((mark) => isCompared(mark, only))
    .map((mark) => {
      const value = mark.value === undefined ? undefined : nameIn(scraped, mark, mark.value);
      const { value: _, ...bare } = mark;
      const wanted = expected.find(isLike(mark));
      return {
        ...bare,
        ...((wanted === undefined || wanted.value !== undefined) && value !== undefined && { value }),
        words: wanted?.words.length === 0 ? [] : mark.words,
      };
    });
}

function isCompared({ kind }: GoldMark, only: readonly Layer[] | undefined): boolean {
  const layer = kind === 'speaker' || kind === 'cue' || kind === 'clause' ? 'quote' : kind;
  return only === undefined || only.includes(layer);
}

/** In the scraped form a name has lost its capitals and hyphens. */
function nameIn(scraped: boolean, { kind }: GoldMark, value: string): string {
  const isName = kind === 'person' || kind === 'speaker';
  return scraped && isName && value !== '?' ? degradeText(value).text : value;
}

const ORDER: readonly MarkKind[] = ['quote', 'speaker', 'cue', 'person', 'country', 'date', 'clause'];

/** Marks of one span nest in one order, however they were found or written. */
function inOrder(marks: readonly GoldMark[]): readonly GoldMark[] {
  return [...marks].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}
