import type { Mark } from '../mark.ts';
import { nominalAlpha } from './alpha.ts';
import { compareLayers } from './compare.ts';

/** How far annotators who put a mark of a kind on the same words say the same of it. */
export interface AttributeFigures {
  readonly kind: string;
  /** An attribute (`entity`, `code`, `value`), or a part (`speaker`), of which the words are compared. */
  readonly key: string;
  /** Pairs of marks by two annotators, and those of them that say the same. */
  readonly pairs: number;
  readonly same: number;
  /** Krippendorff's alpha for nominal data over these marks. */
  readonly alpha: number | undefined;
}

/**
 * Measures each attribute and part over some articles' layers, where at least one annotator has given it: not to give it is
 * a value too. Spaces and capitals make no difference.
 */
export function measureAttributes(
  articles: readonly (readonly (readonly Mark[])[])[],
): readonly AttributeFigures[] {
  const groups = articles.flatMap((layers) =>
    compareLayers(layers).flatMap(({ readings }) => sameWords(readings)),
  );
  const keys = new Map<string, { readonly kind: string; readonly key: string }>();
  for (const [first, ...others] of groups)
    for (const mark of first ? [first, ...others] : [])
      for (const key of [...Object.keys(mark.attributes), ...Object.keys(mark.parts)])
        keys.set(`${mark.kind} ${key}`, { kind: mark.kind, key });
  return [...keys.values()]
    .sort((a, b) => compare(a.kind, b.kind) || compare(a.key, b.key))
    .map(({ kind, key }) => {
      const items = groups
        .filter(([first]) => first?.kind === kind)
        .map((marks) => marks.map((mark) => sayingOf(mark, key)))
        .filter((values) => values.some((value) => value !== ''));
      const [pairs, same] = items.reduce(
        ([all, equal], values) => [all + countPairs(values, () => true), equal + countPairs(values, isEqual)],
        [0, 0],
      );
      return { kind, key, pairs, same, alpha: nominalAlpha(items) };
    });
}

/** The marks of at least two annotators that have the words and the kind of the first. */
function sameWords(readings: readonly (Mark | undefined)[]): (readonly Mark[])[] {
  const given = readings.filter((mark) => mark !== undefined);
  const [first] = given;
  const same = given.filter(
    (mark) => mark.start === first?.start && mark.end === first.end && mark.kind === first.kind,
  );
  return same.length < 2 ? [] : [same];
}

function sayingOf({ attributes, parts }: Mark, key: string): string {
  const part = parts[key];
  if (part) return `${part.start} ${part.end}`;
  return (attributes[key] ?? '').normalize('NFC').trim().replace(/\s+/gu, ' ').toLowerCase();
}

function countPairs(values: readonly string[], counts: (a: string, b: string) => boolean): number {
  return values.reduce((total, a, i) => total + values.slice(i + 1).filter((b) => counts(a, b)).length, 0);
}

function isEqual(a: string, b: string): boolean {
  return a === b;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
