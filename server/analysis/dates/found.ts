import type { Evidence } from '../types.ts';
import type { Meaning } from './meaning.ts';
import type { TimeText } from './words.ts';

/** A time expression by the indices of its words, half-open. */
export interface Found<M extends Meaning = Meaning> {
  readonly first: number;
  readonly next: number;
  readonly meaning: M;
  readonly reason: Evidence['reason'];
  /** No expression by itself: it must grow over a word or join another (`the week`, `morning`). */
  readonly weak?: true;
}

/** Reads the expressions that begin at a word: none, one, or a row of them (`May 13-15`), the first at that word. */
export type Rule = (text: TimeText, first: number) => readonly Found[] | undefined;
