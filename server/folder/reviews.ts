import type { Progress } from '../annotations/progress.ts';
import type { Folder } from './folder.ts';

/** How far one article is judged. */
export interface Review extends Progress {
  readonly uri: string;
}

/** How far the articles of a folder are judged. */
export interface Reviews {
  /** Those that are not done: first those begun, then those that are new, each in order of URI. */
  readonly unfinished: readonly Review[];
  readonly done: readonly Review[];
  /** How many there are, told or not. */
  readonly total: { readonly unfinished: number; readonly done: number; readonly begun: number };
}

/** The articles of a folder by what is left to judge, at most `most` of the unfinished and of those that are done. */
export function listReviews(folder: Folder, most: number): Reviews {
  const reviews = Array.from(folder.uris(), (uri) => ({ uri, progress: folder.progressOf(uri) }))
    .flatMap(({ uri, progress }) => (progress ? [{ uri, progress }] : []))
    .sort((a, b) => (a.uri < b.uri ? -1 : 1));
  const inState = (state: Progress['state']) => reviews.filter(({ progress }) => progress.state === state);
  const begun = inState('in progress');
  // An article in which nothing was found is done without having been begun.
  const done = inState('done');
  const unfinished = [...begun, ...inState('new')];
  const toReviews = (some: typeof reviews): readonly Review[] =>
    some.slice(0, most).map(({ uri, progress }) => ({ uri, ...progress }));
  return {
    unfinished: toReviews(unfinished),
    done: toReviews(done),
    total: {
      unfinished: unfinished.length,
      done: done.length,
      begun: begun.length + done.filter(({ progress }) => 0 < countMarks(progress)).length,
    },
  };
}

function countMarks({ verdicts }: Progress): number {
  return Object.values(verdicts).reduce((sum, count) => sum + count, 0);
}
