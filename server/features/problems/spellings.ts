import type { Article, Person } from '../../analysis/types.ts';
import { isSlip } from '../../text/slip.ts';
import { groupBy } from '../group.ts';
import type { Problem, Rule } from './problem.ts';

/** `two-spellings`: two names that differ by a letter, an accent or a hyphen, at the first place of the rarer. */
export const findSpellings: Rule = (article) => [...variants(article), ...misspellings(article)];

/** One person's name written with and without hyphen, accent, capital or dot. */
function variants({ text, people, entities }: Article): readonly Problem[] {
  return entities.flatMap((entity) => {
    const places = entity.mentions.flatMap((index) => people[index] ?? []);
    const spellings = groupBy(places, ({ start, end }) => text.slice(start, end));
    const alike = [...groupBy([...spellings], ([words]) => fold(words)).values()];
    return alike.flatMap((forms) => {
      const [usual, ...rarer] = [...forms].sort(([, a], [, b]) => b.length - a.length);
      const [rare] = rarer;
      if (!usual || !rare || rare[0].toUpperCase() === usual[0].toUpperCase()) return [];
      return [toProblem(rare[0], usual[0], rare[1][0], usual[1][0])];
    });
  });
}

function fold(words: string): string {
  return words
    .normalize('NFD')
    .replace(/[\p{M}'’ʼ.\s-]+/gu, '')
    .toLowerCase();
}

/** A name as it is written in some mentions of an entity. */
interface Spelling {
  readonly name: string;
  readonly places: readonly Person[];
}

/** Names, of two people or of one, that differ by a letter, where all other parts of them are alike. Near linear. */
function misspellings(article: Article): readonly Problem[] {
  const problems = new Map<string, Problem>();
  const seen = new Map<string, Spelling[]>();
  for (const spelling of spellingsOf(article)) {
    const keys = keysOf(spelling.name);
    const other = keys
      .flatMap((key) => seen.get(key) ?? [])
      .find((candidate) => differByALetter(candidate.name, spelling.name));
    if (other) {
      const [rare, usual] =
        spelling.places.length <= other.places.length ? [spelling, other] : [other, spelling];
      if (!problems.has(rare.name))
        problems.set(rare.name, toProblem(rare.name, usual.name, rare.places[0], usual.places[0]));
    }
    for (const key of keys) seen.set(key, [...(seen.get(key) ?? []), spelling]);
  }
  return [...problems.values()];
}

function spellingsOf({ text, people, entities }: Article): readonly Spelling[] {
  return entities
    .filter(({ family }) => !family)
    .flatMap(({ mentions }) => {
      const places = mentions.flatMap((index) => people[index] ?? []);
      const byName = groupBy(places, ({ start, end }) => text.slice(start, end));
      return Array.from(byName, ([name, own]): Spelling => ({ name, places: own }));
    });
}

/** Every form of the last name with one letter left out: two names one letter apart share such a form. */
function keysOf(name: string): readonly string[] {
  return name
    .toLowerCase()
    .split(/[\s-]+/u)
    .filter(({ length }) => 4 < length && length < 30)
    .flatMap((part) => [part, ...Array.from(part, (_, i) => part.slice(0, i) + part.slice(i + 1))]);
}

/** Whether two names have the same parts but for one, which differs in the middle by a letter. */
function differByALetter(a: string, b: string): boolean {
  const [left, right] = [a.toLowerCase().split(/[\s-]+/u), b.toLowerCase().split(/[\s-]+/u)];
  // "Klinger" for "Bruce Klingner": the last name alone may stand for the whole.
  if (left.length !== right.length && Math.min(left.length, right.length) !== 1) return false;
  const length = Math.min(left.length, right.length);
  const [one, two] = [left.slice(-length), right.slice(-length)];
  const apart = one.flatMap((part, i) => (part === two[i] ? [] : [i]));
  const [i] = apart;
  return apart.length === 1 && i !== undefined && isSlip(one[i] as string, two[i] as string);
}

function toProblem(
  rare: string,
  usual: string,
  place: { readonly start: number; readonly end: number } | undefined,
  source: { readonly start: number; readonly end: number } | undefined,
): Problem {
  const { start, end } = place ?? { start: 0, end: 0 };
  return {
    code: 'two-spellings',
    message: `“${rare}” and “${usual}” may be two spellings of one name.`,
    start,
    end,
    ...(source && { related: [{ start: source.start, end: source.end, message: `“${usual}” stands here` }] }),
  };
}
