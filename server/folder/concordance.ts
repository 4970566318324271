import { RE2JS } from 're2js';
import type { Span } from '../text/span.ts';
import type { EntityName } from './entities.ts';

/** What a concordance looks for. */
export type ConcordanceQuery =
  | { readonly kind: 'entity'; readonly entity: EntityName /** As it is shown. */; readonly label: string }
  /** Words one after the other, whatever stands between them; `*` in a word stands for letters. */
  | { readonly kind: 'words'; readonly words: string }
  /** A regular expression as RE2 has them: without looking around and without references back. */
  | { readonly kind: 'pattern'; readonly pattern: string };

/** Gives the hits in a text, in order of place, not overlapping and not empty; at most `MOST_IN_ARTICLE`. */
export type FindHits = (text: string) => readonly Span[];

/** So many hits of one article are found; it is asked for something else where there are more. */
export const MOST_IN_ARTICLE = 1000;

/** What finds the words or the pattern, capitals and small letters alike; says what is wrong where nothing can. */
export function toFindHits(
  query: Exclude<ConcordanceQuery, { kind: 'entity' }>,
): FindHits | { readonly problem: string } {
  if (query.kind === 'words') return findWords(query.words);
  try {
    const pattern = RE2JS.compile(query.pattern, RE2JS.CASE_INSENSITIVE | RE2JS.MULTILINE);
    return (text) => findPattern(pattern, text);
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

/** Code units before and after a hit that are shown. */
const AROUND = 80;

/** The words of a hit and what stands around them, on one line, cut between words where that is near. */
export function toContext(
  text: string,
  { start, end }: Span,
): { readonly before: string; readonly words: string; readonly after: string } {
  return {
    before: flat(text.slice(Math.max(0, start - AROUND), start)).trimStart(),
    words: flat(text.slice(start, Math.min(end, start + 2 * AROUND))).trim(),
    after: flat(text.slice(end, end + AROUND)).trimEnd(),
  };
}

/** One line without half a surrogate pair at its ends. */
function flat(words: string): string {
  return words
    .replace(/^[\udc00-\udfff]/u, '')
    .replace(/[\ud800-\udbff]$/u, '')
    .replace(/[\s\p{Cc}]+/gu, ' ');
}

/** Letters that `*` stands for; words have no more. */
const MOST_LETTERS = 40;

function findWords(words: string): FindHits {
  const parts = words.match(/[\p{L}\p{M}\p{N}*]+/gu) ?? [];
  if (!parts.some((part) => /[^*]/u.test(part))) return () => [];
  const letter = '[\\p{L}\\p{M}\\p{N}]';
  const pattern = parts
    .map((part) => part.replace(/\*+/gu, `${letter}{0,${MOST_LETTERS}}`))
    // Between two words stands anything but letters and figures: a space, a hyphen, a line end.
    .join(`[^\\p{L}\\p{M}\\p{N}]{1,8}`);
  const compiled = new RegExp(`(?<!${letter})${pattern}(?!${letter})`, 'giu');
  return (text) => {
    const hits: Span[] = [];
    for (const { index, 0: found } of text.matchAll(compiled)) {
      hits.push({ start: index, end: index + found.length });
      if (hits.length === MOST_IN_ARTICLE) break;
    }
    return hits;
  };
}

function findPattern(pattern: RE2JS, text: string): readonly Span[] {
  const hits: Span[] = [];
  const matcher = pattern.matcher(text);
  while (hits.length < MOST_IN_ARTICLE && matcher.find())
    if (matcher.start() < matcher.end()) hits.push({ start: matcher.start(), end: matcher.end() });
  return hits;
}
