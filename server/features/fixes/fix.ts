import type { Article } from '../../analysis/types.ts';
import type { Problem } from '../problems/problem.ts';
import type { Replacement } from '../publicationEdit.ts';

/** A way to put a problem right. */
export interface Fix {
  readonly title: string;
  readonly replacements: readonly Replacement[];
  /** It is right without a look; it may be done to all problems of a file at once. */
  readonly safe: boolean;
}

/** What other articles of the folder know: the full names that end or begin with a surname. */
export type FullNames = (surname: string) => readonly string[];

/** Gives the fixes of one kind of problem, the best first. */
export type Fixer = (article: Article, problem: Problem, fullNames: FullNames) => readonly Fix[];

/** Takes words away or puts others in their place. */
export function replace(start: number, end: number, words: string): Replacement {
  return { span: { start, end }, words };
}
