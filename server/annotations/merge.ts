import { slice } from '../text/span.ts';
import type { Anchor, Kept } from './kept.ts';
import type { Mark } from './mark.ts';
import { byMark } from './order.ts';

/** What has become of marks that were changed in two places. */
export interface Merged {
  readonly kept: readonly Kept[];
  /** Judged differently in both places: the later judgement was taken, `left` is the other. */
  readonly conflicts: readonly { readonly taken: Mark; readonly left: Mark }[];
}

/**
 * The marks of both sides, all in the same text: what only one side has changed since `base` is as that side has it. A
 * mark that one side has changed stays though the other side has dropped it.
 */
export function mergeMarks(
  text: string,
  base: readonly Kept[],
  ours: readonly Kept[],
  theirs: readonly Kept[],
): Merged {
  const [bases, own, others] = [byId(base), byId(ours), byId(theirs)];
  const conflicts: { taken: Mark; left: Mark }[] = [];
  const kept: Kept[] = [];
  for (const id of new Set([...own.keys(), ...others.keys()])) {
    const [before, our, their] = [bases.get(id), own.get(id), others.get(id)];
    if (our === undefined || their === undefined) {
      const only = our ?? their;
      // Dropped by the other side, or made by this one.
      if (only && (before === undefined || !saysSame(text, only, before))) kept.push(only);
    } else if (saysSame(text, our, their) || (before && saysSame(text, their, before))) kept.push(our);
    else if (before && saysSame(text, our, before)) kept.push(their);
    else {
      const [taken, left] = lastJudged(our) < lastJudged(their) ? [their, our] : [our, their];
      kept.push(taken);
      conflicts.push({ taken: taken.mark, left: left.mark });
    }
  }
  return { kept: kept.sort((a, b) => byMark(a.mark, b.mark)), conflicts };
}

function byId(kept: readonly Kept[]): ReadonlyMap<string, Kept> {
  return new Map(kept.map((one) => [one.mark.id, one]));
}

/** Whether two marks judge the same words the same way, wherever these have moved. */
function saysSame(text: string, a: Kept, b: Kept): boolean {
  return a === b || JSON.stringify(toSaying(text, a)) === JSON.stringify(toSaying(text, b));
}

function toSaying(text: string, { mark, anchor, parts }: Kept): unknown {
  const words = (span: Mark['parts'][string], own: Anchor | undefined): string =>
    own && 'quoted' in own ? own.quoted.words : slice(text, span);
  const { kind, verdict, annotator, modified, note, unsure, detached } = mark;
  return [
    ...[kind, verdict, annotator, modified, note, unsure, detached, words(mark, anchor)],
    Object.entries(mark.attributes).sort(),
    Object.entries(mark.parts)
      .map(([role, span]) => [role, words(span, parts[role])])
      .sort(),
  ];
}

function lastJudged({ mark }: Kept): string {
  return mark.modified ?? mark.created;
}
