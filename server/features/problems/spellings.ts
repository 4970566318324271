import type { Article, Entity } from '../../analysis/types.ts';
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

/** Names of two people that differ by one letter, where all other names of theirs are alike. Near linear. */
function misspellings(article: Article): readonly Problem[] {
  const problems: Problem[] = [];
  const seen = new Map<string, Entity[]>();
  for (const entity of article.entities) {
    const keys = entity.family ? [] : keysOf(entity.name);
    const other = keys
      .flatMap((key) => seen.get(key) ?? [])
      .find((candidate) => differByALetter(candidate.name, entity.name));
    if (other) {
      const [rare, usual] =
        entity.mentions.length <= other.mentions.length ? [entity, other] : [other, entity];
      const [place, source] = [article.people[rare.introduction], article.people[usual.introduction]];
      problems.push(toProblem(rare.name, usual.name, place, source));
    }
    for (const key of keys) seen.set(key, [...(seen.get(key) ?? []), entity]);
  }
  return problems;
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

/** One letter more, less, other or two swapped; the ends of Ivanov and Ivanova, Maria and Mario are different names. */
function isSlip(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length < 5 || 1 < long.length - short.length || short[0] !== long[0]) return false;
  let i = 0;
  while (i < short.length && short[i] === long[i]) i++;
  if (long.length - 1 <= i || short.length - 1 < i) return false;
  const rest = (words: string, from: number): string => words.slice(from);
  if (short.length < long.length) return rest(short, i) === rest(long, i + 1);
  if (rest(short, i + 1) === rest(long, i + 1)) return true;
  return short[i] === long[i + 1] && short[i + 1] === long[i] && rest(short, i + 2) === rest(long, i + 2);
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
