import type { Range } from 'vscode-languageserver';
import type { Act } from '../annotations/acts/act.ts';
import type { MarkAttributes, MarkKind, Verdict } from '../annotations/mark.ts';
import type { Progress } from '../annotations/progress.ts';
import type { Choice } from '../features/choices.ts';
import type { ArticleParams } from './article.ts';

export interface MarksParams extends ArticleParams {
  readonly ranges: readonly Range[];
}

export interface Marks {
  readonly marks: readonly ShownMark[];
  /** Of the whole article: marks whose places or words a person has to look at. */
  readonly unsettled: readonly UnsettledMark[];
  readonly progress: Progress;
}

/** A mark, or the part of it with a role, that an edit or another program has left without a sure place. */
export interface UnsettledMark {
  readonly id: string;
  readonly role?: string;
  readonly state: 'changed' | 'ambiguous' | 'lost';
  readonly kind: MarkKind;
  /** The words that were marked. */
  readonly words: string;
  readonly range: Range;
  /** The places that can be taken for it, the likeliest first. */
  readonly places: readonly Range[];
}

/** A mark or a suggestion as an editor draws it. */
export interface ShownMark {
  readonly range: Range;
  readonly kind: MarkKind;
  /** Withheld is what the folder's lexicon takes away. */
  readonly state: 'suggestion' | 'withheld' | Verdict;
  readonly unsure: boolean;
  /** Its value in words. */
  readonly value: string;
  readonly note?: string;
  readonly annotator?: string;
  /** The rule of the folder's lexicon that makes it a suggestion, or takes it away. */
  readonly rule?: string;
}

export interface ActParams extends ArticleParams {
  readonly act: Act;
  readonly selections: readonly Range[];
  /** Whether what is like it in the other articles of the folder is meant too. */
  readonly inFolder?: boolean;
  /** Whether what is meant becomes a rule of the folder's lexicon, however little it is known from this article. */
  readonly teach?: boolean;
}

export interface Acted {
  /** By which the act is undone and redone; missing where it has changed nothing. */
  readonly number?: number;
  /** What it has changed in the article, in order of place. */
  readonly places: readonly Range[];
  /** How many marks it has changed in how many articles. */
  readonly marks: number;
  readonly articles: number;
  /** The rules of the folder's lexicon that it has taught. */
  readonly rules: readonly string[];
}

export interface ActNumberParams extends ArticleParams {
  readonly number: number;
}

export interface PlaceParams extends ArticleParams {
  readonly range: Range;
}

export interface NextSuggestionParams extends PlaceParams {
  readonly direction: 1 | -1;
}

export interface Choices {
  readonly kind: MarkKind;
  readonly words: string;
  readonly attributes: MarkAttributes;
  readonly choices: readonly Choice[];
}

/** Notification `newsmark/marksChanged`: the marks of an open article have changed otherwise than by its own acts. */
export type MarksChanged = ArticleParams;
