import type { Article } from '../../analysis/types.ts';
import type { Span } from '../../text/span.ts';

/** Something in an article that a person should look at. */
export interface Problem extends Span {
  readonly code: ProblemCode;
  /** One sentence or two, for people. */
  readonly message: string;
  /** Other places that belong to it. */
  readonly related?: readonly (Span & { readonly message: string })[];
}

/** One kind of problem: finds all of its kind in an article, in time linear in its length. */
export type Rule = (article: Article) => readonly Problem[];

/** Of one kind no more than this are shown in one article: a hundred of a kind have one cause. */
export const MOST_OF_A_KIND = 50;

/** Stable names of the problems: the settings are called `newsmark.problems.<code>`, the chapters `#problem-<code>`. */
export type ProblemCode =
  | 'unclosed-quotation'
  | 'quotation-without-speaker'
  | 'quotation-marks'
  | 'ambiguous-person'
  | 'surname-only'
  | 'two-spellings'
  | 'impossible-date'
  | 'wrong-weekday'
  | 'two-dates'
  | 'dates-after-publication'
  | 'no-publication-date'
  | 'cut-text'
  | 'run-in-line'
  | 'repeated-sentence'
  | 'odd-characters'
  | 'not-text'
  | 'too-long';

/** How loud a problem is; `off` leaves it out. */
export type Severity = 'off' | 'hint' | 'information' | 'warning' | 'error';

/** What a problem is taken for unless a setting says otherwise. */
export const SEVERITIES: Readonly<Record<ProblemCode, Severity>> = {
  'unclosed-quotation': 'warning',
  'quotation-without-speaker': 'information',
  'quotation-marks': 'information',
  'ambiguous-person': 'warning',
  'surname-only': 'hint',
  'two-spellings': 'warning',
  'impossible-date': 'error',
  'wrong-weekday': 'warning',
  'two-dates': 'warning',
  'dates-after-publication': 'warning',
  'no-publication-date': 'information',
  'cut-text': 'warning',
  'run-in-line': 'information',
  'repeated-sentence': 'warning',
  'odd-characters': 'warning',
  'not-text': 'error',
  'too-long': 'warning',
};
