import type { Span } from '../../text/span.ts';
import type { Change } from '../acts/act.ts';
import { findDifferences } from '../agreement/compare.ts';
import { type Kept, keep } from '../kept.ts';
import type { Mark, MarkAttributes, MarkKind } from '../mark.ts';
import type { Point } from './points.ts';

/** What is decided at a point. */
export type Decision =
  /** What one layer has there; nothing where it has nothing. */
  | { readonly kind: 'take'; readonly reading: number }
  /** All that any layer has there. */
  | { readonly kind: 'both' }
  | { readonly kind: 'neither' }
  /** Something else. */
  | { readonly kind: 'new'; readonly as: MarkKind; readonly span: Span; readonly attributes: MarkAttributes };

/** Who decides. */
export interface Deciding {
  readonly annotator: string;
  /** ISO 8601, UTC. */
  readonly time: string;
  /** The id of a new mark of the result; of one that is taken from a layer it may be that one's. */
  readonly createId: (taken: Mark | undefined) => string;
}

/**
 * What a decision changes in the result: what was decided at the point before goes. Each new mark says who had what; where
 * nothing is taken, a rejected mark on the first one's words does.
 */
export function decide(
  { annotator, time, createId }: Deciding,
  point: Point,
  decision: Decision,
): readonly Change[] {
  const { place, said, taken } = point;
  const toKept = (
    mark: Mark | undefined,
    own: Pick<Mark, keyof Span | 'kind' | 'attributes' | 'parts' | 'verdict'>,
  ) =>
    keep({
      ...{ id: createId(mark), start: own.start, end: own.end, kind: own.kind, attributes: own.attributes },
      ...{ parts: own.parts, verdict: own.verdict, annotator, created: time, history: said },
      ...(mark?.note !== undefined && { note: mark.note }),
    });
  const take = (mark: Mark): Kept => toKept(mark, { ...mark, verdict: 'accepted' });
  const given = place.readings.filter((mark) => mark !== undefined);
  const refuse = (): readonly Kept[] =>
    given.slice(0, 1).map((mark) => toKept(undefined, { ...mark, verdict: 'rejected' }));
  const after = (): readonly Kept[] => {
    switch (decision.kind) {
      case 'take': {
        const mark = place.readings[decision.reading];
        return mark ? [take(mark)] : refuse();
      }
      case 'both':
        return given
          .filter(
            (mark, i) => !given.slice(0, i).some((other) => findDifferences([mark, other]).length === 0),
          )
          .map(take);
      case 'neither':
        return refuse();
      case 'new': {
        const { as, span, attributes } = decision;
        return [toKept(undefined, { ...span, kind: as, attributes, parts: {}, verdict: 'added' })];
      }
    }
  };
  return [...taken.map((before) => ({ before })), ...after().map((kept) => ({ after: kept }))];
}

/** Takes what all layers agree on and what is not in the result yet. */
export function takeAgreed(deciding: Deciding, points: readonly Point[]): readonly Change[] {
  return points
    .filter(({ state }) => state === 'agreed')
    .flatMap((point) => decide(deciding, point, { kind: 'take', reading: 0 }));
}
