import type { Change } from '../annotations/acts/act.ts';
import { type ConflictSide, splitConflict } from '../annotations/adjudication/conflict.ts';
import { listPoints, type Point } from '../annotations/adjudication/points.ts';
import { ADJUDICATED, isResult, type Layer, mergedName, toLayer } from '../annotations/agreement/layer.ts';
import { hasPlace, type Kept } from '../annotations/kept.ts';
import type { MarkedArticle } from '../annotations/sideFile/annotation.ts';
import { openSideFile } from '../annotations/sideFile/open.ts';
import { parseSideFile } from '../annotations/sideFile/parse.ts';
import { printSideFile } from '../annotations/sideFile/print.ts';
import { updateSideFile } from '../annotations/sideFile/update.ts';
import { fileNameOf } from '../folder/indexing.ts';
import type { TextFiles } from './files.ts';
import { applyChanges, reverse } from './layer.ts';
import { groupSides } from './layers.ts';
import { sideUriOf } from './marking.ts';

/** The layers of an article beside each other, and the layer that the decisions are in. */
export interface Adjudicated {
  readonly layers: readonly Layer[];
  readonly points: readonly Point[];
  /** URI of the side file of the result. */
  readonly result: string;
  /** The side file whose sides the layers are, where a merge has left it with conflicts. */
  readonly conflict: string | undefined;
  readonly unplaced: number;
}

/**
 * Reads the side files of an article, as they stand. Of a file with conflict markers the two sides are the layers, and those
 * of nobody else: their merge is what is to be decided first.
 */
export async function readAdjudicated(
  uri: string,
  text: string,
  sideUris: readonly string[],
  files: TextFiles,
): Promise<Adjudicated> {
  const own = groupSides(sideUris)
    .filter(({ article }) => fileNameOf(article) === fileNameOf(uri))
    .flatMap(({ sides }) => sides);
  const all = await Promise.all(
    own
      .filter(({ annotator }) => !isResult(annotator))
      .map(async (side) => ({ ...side, content: (await files.read(side.uri)) ?? '' })),
  );
  const conflicted = all
    .map((side) => ({ ...side, versions: splitConflict(side.content) }))
    .find(({ versions }) => versions !== undefined);
  const sources: readonly ConflictSide[] =
    conflicted?.versions ?? all.map(({ annotator, content }) => ({ name: annotator, text: content }));
  const opened = sources.map((side) => ({ ...side, kept: openSideFile(parseSideFile(side.text), text) }));
  const layers = opened.map(({ name, kept }) => toLayer(name, kept));
  const result = sideUriOf(uri, conflicted ? mergedName(conflicted.annotator) : ADJUDICATED);
  const taken = openSideFile(parseSideFile((await files.read(result)) ?? ''), text);
  return {
    layers,
    points: listPoints(text, layers, taken),
    result,
    conflict: conflicted?.uri,
    unplaced: opened.flatMap(({ kept }) => kept.filter((one) => !hasPlace(one))).length,
  };
}

/** Changes the marks of a side file in the present text of its article; gives what was changed. */
export async function changeSideFile(
  side: string,
  article: MarkedArticle,
  files: TextFiles,
  make: (kept: readonly Kept[]) => readonly Change[],
): Promise<readonly Change[]> {
  let changes: readonly Change[] = [];
  await files.change(side, (present) => {
    const kept = openSideFile(parseSideFile(present), article.text);
    changes = make(kept);
    if (changes.length === 0) return undefined;
    const after = applyChanges({ kept, base: present }, changes);
    const { content } = updateSideFile(present, present, after.kept, article);
    if (content === undefined) throw new Error(`${side} was written by a later version; it is read only`);
    return content;
  });
  return changes;
}

/** Takes changes of a side file back. */
export function revertSideFile(
  side: string,
  article: MarkedArticle,
  files: TextFiles,
  changes: readonly Change[],
): Promise<unknown> {
  return changeSideFile(side, article, files, (kept) => reverse({ kept, base: '' }, changes));
}

/**
 * Puts what was decided in the place of the conflicts of a side file. What took no part — rejected suggestions, marks without
 * a sure place, lines that were not understood — stays.
 */
export async function resolveConflict(
  { layers, points, result, conflict }: Adjudicated,
  article: MarkedArticle,
  files: TextFiles,
): Promise<boolean> {
  if (conflict === undefined || points.some(({ state }) => state !== 'decided')) return false;
  const decided = openSideFile(parseSideFile((await files.read(result)) ?? ''), article.text);
  const judged = new Set(layers.flatMap(({ marks }) => marks.map(({ id }) => id)));
  for (const { mark } of decided) judged.add(mark.id);
  await files.change(conflict, (present) => {
    const file = parseSideFile(present);
    const others = openSideFile(file, article.text).filter(({ mark }) => !judged.has(mark.id));
    return printSideFile([...decided, ...others], article, file);
  });
  return true;
}
