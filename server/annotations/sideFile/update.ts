import type { Kept } from '../kept.ts';
import { type Merged, mergeMarks } from '../merge.ts';
import type { MarkedArticle } from './annotation.ts';
import { openSideFile } from './open.ts';
import { parseSideFile } from './parse.ts';
import { printSideFile } from './print.ts';

/** What to write into a side file, and the marks that are in it then. */
export interface SideFileUpdate extends Merged {
  /** Undefined where a later version has written the file: then it may not be written. */
  readonly content: string | undefined;
}

/**
 * The side file with our marks in it. `present` is what stands in the file now, `base` what stood in it when our marks
 * were read from it: where the two differ, somebody else has written, and both sides are merged.
 */
export function updateSideFile(
  present: string,
  base: string,
  ours: readonly Kept[],
  article: MarkedArticle,
): SideFileUpdate {
  const file = parseSideFile(present);
  const theirs = present === base ? [] : openSideFile(file, article.text);
  if (file.newer) return { content: undefined, kept: theirs, conflicts: [] };
  if (present === base) return { content: printSideFile(ours, article, file), kept: ours, conflicts: [] };
  const before = openSideFile(parseSideFile(base), article.text);
  const merged = mergeMarks(article.text, before, ours, theirs);
  return { ...merged, content: printSideFile(merged.kept, article, file) };
}
