import type { Span } from '../text/span.ts';
import { type Anchor, attach, isUnsettled, type Kept, type Quoted } from './kept.ts';

/** A mark, or a part of one, whose place or words a person has to look at. */
export interface Unsettled {
  readonly kept: Kept;
  /** The part it is about; undefined for the mark's own words. */
  readonly role: string | undefined;
  readonly state: 'changed' | 'ambiguous' | 'lost';
  readonly quoted: Quoted;
  /** Where to show it: of a changed one its words, of the others where it would be, which may be empty. */
  readonly span: Span;
  /** Places that can be taken: of a changed one where it lies, of an ambiguous one the likely ones, the best first. */
  readonly places: readonly Span[];
}

/** Everything that needs a look, in the order of the marks. */
export function listUnsettled(kept: readonly Kept[]): readonly Unsettled[] {
  return kept.flatMap((one) => {
    const stretches: [string | undefined, Anchor, Span][] = [
      [undefined, one.anchor, one.mark],
      ...Object.entries(one.mark.parts).map(([role, span]): [string, Anchor, Span] => [
        role,
        one.parts[role] ?? { state: 'same' },
        span,
      ]),
    ];
    return stretches.flatMap(
      ([role, anchor, { start, end }]) => toUnsettled(one, role, anchor, { start, end }) ?? [],
    );
  });
}

function toUnsettled(
  kept: Kept,
  role: string | undefined,
  anchor: Anchor,
  span: Span,
): Unsettled | undefined {
  if (!isUnsettled(kept.mark, anchor)) return undefined;
  switch (anchor.state) {
    case 'same':
    case 'moved':
      return undefined;
    case 'changed':
      return { ...{ kept, role, state: anchor.state, quoted: anchor.quoted, span }, places: [span] };
    case 'ambiguous':
      return { ...{ kept, role, state: anchor.state, quoted: anchor.quoted, span }, places: anchor.places };
    case 'lost':
      return { ...{ kept, role, state: anchor.state, quoted: anchor.quoted, span }, places: [] };
  }
}

/** The mark, or its part, at a place that a person has taken for it. */
export function settleAt(
  { mark, anchor, parts }: Kept,
  role: string | undefined,
  { start, end }: Span,
): Kept {
  const same: Anchor = { state: 'same' };
  if (role === undefined) return { mark: attach({ ...mark, start, end }), anchor: same, parts };
  return {
    mark: { ...mark, parts: { ...mark.parts, [role]: { start, end } } },
    anchor,
    parts: { ...parts, [role]: same },
  };
}

/** The mark without a part that a person has given up. */
export function dropPart({ mark, anchor, parts }: Kept, role: string): Kept {
  const { [role]: _span, ...spans } = mark.parts;
  const { [role]: _anchor, ...anchors } = parts;
  return { mark: { ...mark, parts: spans }, anchor, parts: anchors };
}
