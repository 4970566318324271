import type { Change } from '../annotations/acts/act.ts';
import { followChange, type TextChange } from '../annotations/follow.ts';
import type { Kept } from '../annotations/kept.ts';
import { byMark } from '../annotations/order.ts';
import type { MarkedArticle } from '../annotations/sideFile/annotation.ts';
import { openSideFile } from '../annotations/sideFile/open.ts';
import { parseSideFile } from '../annotations/sideFile/parse.ts';
import { updateSideFile } from '../annotations/sideFile/update.ts';

/** The marks of one annotator in one article, and the side file as it was last seen, empty where there was none. */
export interface Layer {
  readonly kept: readonly Kept[];
  readonly base: string;
}

/** The layer as a side file says, in the present text of the article. */
export function openLayer(base: string, text: string): Layer {
  return { kept: openSideFile(parseSideFile(base), text), base };
}

/** The layer after an edit of the article. */
export function followEdit(layer: Layer, before: string, change: TextChange): Layer {
  const kept = followChange(layer.kept, before, change);
  return kept === layer.kept ? layer : { ...layer, kept };
}

/** The layer after an act. */
export function applyChanges(layer: Layer, changes: readonly Change[]): Layer {
  const replaced = new Set(changes.flatMap(({ before, after }) => (after ?? before)?.mark.id ?? []));
  const left = layer.kept.filter(({ mark }) => !replaced.has(mark.id));
  const made = changes.flatMap(({ after }) => after ?? []);
  if (FEW < made.length) return { ...layer, kept: [...left, ...made].sort((a, b) => byMark(a.mark, b.mark)) };
  for (const one of made) left.splice(placeIn(left, one), 0, one);
  return { ...layer, kept: left };
}

/** So many marks are put in their places quicker than all are sorted. */
const FEW = 50;

function placeIn(kept: readonly Kept[], { mark }: Kept): number {
  let low = 0;
  let high = kept.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (byMark((kept[middle] as Kept).mark, mark) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The changes the other way round. */
export function turn(changes: readonly Change[]): readonly Change[] {
  return changes.map(({ before, after }) => ({
    ...(after && { before: after }),
    ...(before && { after: before }),
  }));
}

/** The changes that take others back: where an edit has moved a mark since, it stays where it is now. */
export function reverse(layer: Layer, changes: readonly Change[]): readonly Change[] {
  const present = new Map(layer.kept.map((kept) => [kept.mark.id, kept]));
  return changes.map(({ before, after }) => {
    const now = after && present.get(after.mark.id);
    return { ...(now && { before: now }), ...(before && { after: moveWith(before, after, now) }) };
  });
}

function moveWith(kept: Kept, then: Kept | undefined, now: Kept | undefined): Kept {
  const distance = then && now ? now.mark.start - then.mark.start : 0;
  if (distance === 0) return kept;
  const { mark } = kept;
  return { ...kept, mark: { ...mark, start: mark.start + distance, end: mark.end + distance } };
}

/** The layer with what somebody else has written into the side file, and what the file is to say; undefined: as it is. */
export function syncLayer(
  layer: Layer,
  present: string,
  article: MarkedArticle,
): { readonly layer: Layer; readonly content: string | undefined } {
  if (layer.kept.length === 0 && present === '') return { layer: { ...layer, base: '' }, content: undefined };
  const { kept, content } = updateSideFile(present, layer.base, layer.kept, article);
  // What a later version has written is shown and left alone.
  if (content === undefined) return { layer: openLayer(present, article.text), content };
  return {
    layer: { kept: present === layer.base ? layer.kept : kept, base: present },
    content: content === present ? undefined : content,
  };
}
