import type { Span } from '../text/span.ts';
import type { Said } from './adjudication/said.ts';

/** An annotation that a person made or confirmed, or a suggestion that a person has judged. Marks may nest and overlap. */
export interface Mark extends Span {
  /** Given once and never changed; different in every mark of a side file. */
  readonly id: string;
  readonly kind: MarkKind;
  /** What the mark says of its words: the known keys below, and those of the folder's own scheme. */
  readonly attributes: MarkAttributes;
  /** Other stretches that belong to it by their role; of a quote its speaker and its cue. */
  readonly parts: Readonly<Record<string, Span>>;
  readonly verdict: Verdict;
  /** Who judged last. */
  readonly annotator: string;
  /** Times in ISO 8601, UTC. */
  readonly created: string;
  readonly modified?: string;
  readonly note?: string;
  readonly unsure?: true;
  /** A person keeps it though its words are gone, or stand in several places: nobody has to look at it again. */
  readonly detached?: true;
  /** Of a mark that came of adjudication: who had said what there. `annotator` is who decided. */
  readonly history?: readonly Said[];
}

/** The four kinds of Newsmark, or a kind of the folder's own scheme. */
export type MarkKind = 'person' | 'country' | 'date' | 'quote' | (string & {});

/** What a person said of a suggestion; `added` marks had none. */
export type Verdict = 'accepted' | 'rejected' | 'corrected' | 'added';

/**
 * Of a person `entity` (canonical name) · of a country `code` and `form` · of a date `timex`, `value`, `mod` · of a
 * quote `quotation` (direct, mixed, indirect), `entity` (the speaker's canonical name), `stance`.
 */
export type MarkAttributes = Readonly<Record<string, string>>;
