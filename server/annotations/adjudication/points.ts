import { compareLayers, type Place } from '../agreement/compare.ts';
import type { Layer } from '../agreement/layer.ts';
import type { Kept } from '../kept.ts';
import { isEqual } from '../sideFile/json.ts';
import { type Said, toSaid } from './said.ts';

/** A place where one of several layers has something, and what was decided there. */
export interface Point {
  /** The same as long as the same marks lie there. */
  readonly id: string;
  readonly place: Place;
  /** What the annotators have there, in the order of their layers. */
  readonly said: readonly Said[];
  /** Open too where somebody says something else since it was decided. */
  readonly state: 'agreed' | 'open' | 'decided';
  /** The marks of the result that came of it. */
  readonly taken: readonly Kept[];
}

/** Lays the layers of an article beside each other and beside what was decided so far, in order of place. */
export function listPoints(
  text: string,
  layers: readonly Layer[],
  result: readonly Kept[],
): readonly Point[] {
  const decided = new Map<string, { readonly kept: Kept; readonly said: Said }[]>();
  for (const kept of result)
    for (const said of kept.mark.history ?? []) {
      const key = keyOf(said);
      decided.set(key, [...(decided.get(key) ?? []), { kept, said }]);
    }
  return compareLayers(layers.map(({ marks }) => marks)).map((place): Point => {
    const said = place.readings.flatMap((mark, i) =>
      mark ? toSaid(layers[i]?.annotator ?? '', text, mark) : [],
    );
    const known = said.map((one) => decided.get(keyOf(one)) ?? []);
    const isDecided = said.every((one, i) => known[i]?.some((other) => isEqual(one, other.said)));
    const taken = [...new Set(known.flat().map(({ kept }) => kept))];
    const state = isDecided ? 'decided' : place.differences.length === 0 ? 'agreed' : 'open';
    return { id: said.map(keyOf).join('\n'), place, said, state, taken };
  });
}

function keyOf({ annotator, id }: Said): string {
  return `${annotator} ${id}`;
}
