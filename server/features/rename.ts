import type { Article, Person } from '../analysis/types.ts';
import type { Span } from '../text/span.ts';
import { mentionAt } from './mentions.ts';
import type { Replacement } from './publicationEdit.ts';

/** What would be renamed at an offset: the mention, and the canonical name of its person. Undefined elsewhere. */
export function prepareRename(
  article: Article,
  offset: number,
): { readonly span: Span; readonly name: string } | undefined {
  const mention = mentionAt(article, offset);
  if (mention?.kind !== 'person' || mention.entity === undefined) return undefined;
  const entity = article.entities[mention.entity];
  return entity && { span: mention, name: entity.name };
}

/**
 * Gives the person at an offset another canonical name: full mentions get all of it, a surname or given name alone its
 * part. A mention with words that are not of the old name stays as it is.
 */
export function rename(article: Article, offset: number, name: string): readonly Replacement[] {
  const mention = mentionAt(article, offset);
  if (mention?.kind !== 'person' || mention.entity === undefined) return [];
  const entity = article.entities[mention.entity];
  const [before, after] = [splitParts(entity?.name ?? ''), splitParts(name)];
  if (!entity || after.length === 0) return [];
  return entity.mentions.flatMap((index) => {
    const person = article.people[index];
    const words = person && renamed(article, person, before, after, name.trim());
    return person && words !== undefined ? [{ span: { start: person.start, end: person.end }, words }] : [];
  });
}

function renamed(
  { text }: Article,
  { start, end }: Person,
  before: readonly string[],
  after: readonly string[],
  name: string,
): string | undefined {
  const old = text.slice(start, end);
  const parts = splitParts(old);
  const places = parts.map((part) => before.findIndex((other) => fold(other) === fold(part)));
  if (places.includes(-1)) return undefined;
  const words =
    parts.length === before.length ? name : places.map((place) => partFor(place, before, after)).join(' ');
  const own = words.replace(/\s+/gu, ' ').trim();
  if (own === '') return undefined;
  return inCaseOf(old, own);
}

/** First stays first, last stays last; what lies between keeps its place where both names have as many parts. */
function partFor(place: number, before: readonly string[], after: readonly string[]): string {
  if (before.length === after.length) return after[place] ?? '';
  if (place === before.length - 1) return after.at(-1) ?? '';
  return place === 0 && 1 < after.length ? (after[0] ?? '') : '';
}

function splitParts(name: string): readonly string[] {
  return name.match(/[\p{L}\p{M}\p{N}.'’-]+/gu) ?? [];
}

function fold(part: string): string {
  return part.toLowerCase().replace(/[.'’-]/gu, '');
}

/** Scraped text stays in small letters, a headline in capitals. */
function inCaseOf(old: string, words: string): string {
  if (old === old.toLowerCase()) return words.toLowerCase();
  return 3 < old.length && old === old.toUpperCase() ? words.toUpperCase() : words;
}
