import type { CueCandidate, Range } from './cues.ts';
import type { ClauseOption } from './picks.ts';

/** A cue with the clauses that it may report, before it is settled which it does. */
export interface Heard {
  readonly cue: CueCandidate;
  readonly chance: number;
  /** Whether quotations in marks are its own, so that it need not report a clause. */
  readonly owns: boolean;
  readonly speaker: Range | undefined;
  readonly left: ClauseOption;
  readonly right: ClauseOption;
}

/** What it costs at most that two cues report the same words, and what it gains that a cue reports on the side of the last. */
const SHARED = 3;
/** What it costs at least that the words between two cues are parted. */
const PARTED = 1;
const LIKE_LAST = 0.4;
/** What it costs that a cue reports nothing, for each unit of how surely it is one. */
const SILENT = 1;

const CHOICES = [
  { left: false, right: false },
  { left: true, right: false },
  { left: false, right: true },
  { left: true, right: true },
] as const;

/**
 * Settles for all cues together on which sides they report: what stands between two cues belongs to one of them, and
 * a text keeps to one order. Viterbi (1967) over the cues of a paragraph; gives the clauses of each.
 */
export function settleSides(heard: readonly Heard[]): readonly (readonly Range[])[] {
  let scores: number[] = [0, 0, 0, 0];
  const paths: number[][] = [];
  heard.forEach((own, i) => {
    const before = heard[i - 1];
    const path: number[] = [];
    scores = CHOICES.map((_, choice) => {
      let most = Number.NEGATIVE_INFINITY;
      CHOICES.forEach((__, last) => {
        const value = (scores[last] as number) + (before ? scoreStep(before, last, own, choice) : 0);
        if (value <= most) return;
        most = value;
        path[choice] = last;
      });
      return most + scoreChoice(own, choice);
    });
    paths.push(path);
  });
  const choices: number[] = [];
  for (let i = heard.length - 1, choice = scores.indexOf(Math.max(...scores)); i >= 0; i--) {
    choices[i] = choice;
    choice = paths[i]?.[choice] ?? 0;
  }
  return choices.map((choice, i) => {
    const { left, right } = heard[i] as Heard;
    const sides = CHOICES[choice] as (typeof CHOICES)[number];
    const before = CHOICES[choices[i - 1] ?? 0]?.right ? heard[i - 1] : undefined;
    const next = CHOICES[choices[i + 1] ?? 0]?.left ? heard[i + 1] : undefined;
    const first = before && findSplit(before, heard[i] as Heard)?.place;
    const last = next && findSplit(heard[i] as Heard, next)?.place;
    return [
      ...(sides.left && left.clause ? [{ ...left.clause, ...(first !== undefined && { first }) }] : []),
      ...(sides.right && right.clause ? [{ ...right.clause, ...(last !== undefined && { last }) }] : []),
    ];
  });
}

/** Where the words between two cues are parted that both would report, if any place does, and what that costs. */
function findSplit(before: Heard, own: Heard): { readonly place: number; readonly cost: number } | undefined {
  const [{ clause: a, edges: ends }, { clause: b, edges: starts }] = [before.right, own.left];
  if (!a || !b || a.last <= b.first) return undefined;
  let place: number | undefined;
  let most = Number.NEGATIVE_INFINITY;
  for (const [at, value] of ends) {
    const both = value + (starts.get(at) ?? Number.NEGATIVE_INFINITY);
    if (both <= most || at <= a.first || b.last <= at) continue;
    most = both;
    place = at;
  }
  if (place === undefined) return undefined;
  return { place, cost: Math.max(...ends.values()) + Math.max(...starts.values()) - most };
}

function scoreChoice({ left, right, chance, owns }: Heard, choice: number): number {
  const sides = CHOICES[choice] as (typeof CHOICES)[number];
  if ((sides.left && !left.clause) || (sides.right && !right.clause)) return Number.NEGATIVE_INFINITY;
  const silent = !sides.left && !sides.right && !owns;
  const cost = silent ? SILENT * Math.max(0, Math.log(chance / (1 - chance))) : 0;
  return (sides.left ? left.some : left.none) + (sides.right ? right.some : right.none) - cost;
}

function scoreStep(before: Heard, last: number, own: Heard, choice: number): number {
  const [a, b] = [CHOICES[last], CHOICES[choice]] as const;
  const shared =
    a?.right &&
    b?.left &&
    (before.right.clause?.last ?? 0) > (own.left.clause?.first ?? Number.POSITIVE_INFINITY);
  const cost = shared ? Math.min(SHARED, PARTED + (findSplit(before, own)?.cost ?? SHARED)) : 0;
  const like = (a?.left && b?.left && !b.right) || (a?.right && b?.right && !b.left);
  return (like ? LIKE_LAST : 0) - cost;
}
