import { byPlace, type Span, shift } from '../../text/span.ts';

/** A stretch that one coder put into a category. */
export interface Unit extends Span {
  readonly category: string;
}

/** Observed and expected disagreement, for one category or summed over several. */
interface Disagreement {
  readonly observed: number;
  readonly expected: number;
}

/**
 * Krippendorff's alpha for unitizing (Krippendorff 2004, "Content Analysis", 11.6) over the stretch `whole`:
 * `coders[i]` are the units of coder i, inside the stretch; of units of one coder and category that overlap the later
 * is left out. Undefined with fewer than two coders or without units.
 */
export function unitizingAlpha(coders: readonly (readonly Unit[])[], whole: Span): number | undefined {
  const categories = new Set(coders.flatMap((units) => units.map((unit) => unit.category)));
  let observed = 0;
  let expected = 0;
  for (const category of categories) {
    const part = disagreement(coders, whole, category);
    observed += part.observed;
    expected += part.expected;
  }
  return coders.length < 2 || expected === 0 ? undefined : 1 - observed / expected;
}

/** The stretch that some coders have gone over, with the units of each by their name. */
export interface Continuum {
  readonly length: number;
  readonly coders: ReadonlyMap<string, readonly Unit[]>;
}

/**
 * The same over several stretches: those of the same coders are laid end to end and are one. Where coders change from one
 * to the other, which Krippendorff leaves open, the disagreements of each group of coders count by the length they went over.
 */
export function pooledUnitizingAlpha(stretches: readonly Continuum[]): number | undefined {
  const groups = new Map<string, Continuum[]>();
  for (const stretch of stretches.filter(({ coders }) => 2 <= coders.size)) {
    const names = JSON.stringify([...coders(stretch)]);
    groups.set(names, [...(groups.get(names) ?? []), stretch]);
  }
  let observed = 0;
  let expected = 0;
  for (const group of groups.values()) {
    const { coders: units, whole } = layEndToEnd(group);
    const categories = new Set(units.flatMap((own) => own.map(({ category }) => category)));
    for (const category of categories) {
      const part = disagreement(units, whole, category);
      observed += part.observed * whole.end;
      expected += part.expected * whole.end;
    }
  }
  return expected === 0 ? undefined : 1 - observed / expected;
}

function coders({ coders: own }: Continuum): readonly string[] {
  return [...own.keys()].sort();
}

function layEndToEnd(group: readonly Continuum[]): {
  readonly coders: readonly Unit[][];
  readonly whole: Span;
} {
  const names = group[0] ? coders(group[0]) : [];
  const units = names.map((): Unit[] => []);
  let start = 0;
  for (const stretch of group) {
    for (const [i, name] of names.entries())
      for (const unit of stretch.coders.get(name) ?? []) units[i]?.push(shift(unit, start));
    start += stretch.length;
  }
  return { coders: units, whole: { start: 0, end: start } };
}

/** The same for a single category. */
export function unitizingAlphaOf(
  category: string,
  coders: readonly (readonly Unit[])[],
  whole: Span,
): number | undefined {
  const { observed, expected } = disagreement(coders, whole, category);
  return coders.length < 2 || expected === 0 ? undefined : 1 - observed / expected;
}

/** A unit of the category in question, or a gap between two. */
interface Section extends Span {
  readonly isUnit: boolean;
}

function disagreement(coders: readonly (readonly Unit[])[], whole: Span, category: string): Disagreement {
  const sections = coders.map((units) => splitSections(units, whole, category));
  const length = whole.end - whole.start;
  const many = coders.length;
  let observed = 0;
  for (const first of sections)
    for (const second of sections) if (first !== second) observed += sumDistances(first, second);
  return {
    observed: observed / (many * (many - 1) * length * length),
    expected: expectedDisagreement(sections, length),
  };
}

function splitSections(units: readonly Unit[], whole: Span, category: string): Section[] {
  const sections: Section[] = [];
  let end = whole.start;
  for (const unit of units.filter((candidate) => candidate.category === category).sort(byPlace)) {
    if (unit.start < end) continue;
    if (end < unit.start) sections.push({ start: end, end: unit.start, isUnit: false });
    sections.push({ start: unit.start, end: unit.end, isUnit: true });
    end = unit.end;
  }
  if (end < whole.end) sections.push({ start: end, end: whole.end, isUnit: false });
  return sections;
}

/** Both lists cover the same stretch in order, so that two fingers find every pair that meets: linear. */
function sumDistances(first: readonly Section[], second: readonly Section[]): number {
  let sum = 0;
  let j = 0;
  for (const a of first) {
    while (second[j] && (second[j] as Section).end <= a.start) j++;
    for (let k = j; k < second.length; k++) {
      const b = second[k] as Section;
      if (a.end <= b.start) break;
      sum += squaredDistance(a, b);
    }
  }
  return sum;
}

function squaredDistance(a: Section, b: Section): number {
  if (a.isUnit && b.isUnit) return (a.start - b.start) ** 2 + (a.end - b.end) ** 2;
  if (a.isUnit && b.start <= a.start && a.end <= b.end) return (a.end - a.start) ** 2;
  if (b.isUnit && a.start <= b.start && b.end <= a.end) return (b.end - b.start) ** 2;
  return 0;
}

/** What units of these lengths would disagree by if they lay anywhere. */
function expectedDisagreement(sections: readonly (readonly Section[])[], length: number): number {
  const all = sections.flat();
  const units = all.filter((section) => section.isUnit).map((section) => section.end - section.start);
  const gaps = all.filter((section) => !section.isUnit).map((section) => section.end - section.start);
  // Gap lengths from long to short with their running sums: the gaps that hold a unit are a prefix of them.
  gaps.sort((a, b) => b - a);
  const sums = [0];
  for (const gap of gaps) sums.push((sums.at(-1) as number) + gap);
  let numerator = 0;
  let within = 0;
  for (const unit of units) {
    const fitting = countAtLeast(gaps, unit);
    const room = (sums[fitting] as number) - fitting * (unit - 1);
    numerator += ((units.length - 1) / 3) * (2 * unit ** 3 - 3 * unit ** 2 + unit) + unit ** 2 * room;
    within += unit * (unit - 1);
  }
  const total = sections.length * length;
  const denominator = total * (total - 1) - within;
  return denominator === 0 ? 0 : ((2 / length) * numerator) / denominator;
}

/** How many of the lengths, ordered from long to short, are at least `least`. */
function countAtLeast(lengths: readonly number[], least: number): number {
  let low = 0;
  let high = lengths.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lengths[middle] as number) >= least) low = middle + 1;
    else high = middle;
  }
  return low;
}
