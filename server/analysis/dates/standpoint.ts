import type { Span } from '../../text/span.ts';
import type { Derivation } from '../types.ts';
import type { Day } from './calendar.ts';
import type { Narrative } from './narrative.ts';
import type { Tense } from './tense.ts';

/** What an expression is read against. */
export interface Standpoint {
  readonly published: Day | undefined;
  readonly narrative: Narrative;
  readonly tense: Tense | undefined;
  /** Whether the nearest year said stands shortly before the expression. */
  readonly yearIsNear: boolean;
  /** Whether the article tells of times long before its publication. */
  readonly history: boolean;
  /** Whether 3/4/2019 is the third of April here. */
  readonly dayFirst: boolean;
}

/** The day or longer stretch that an expression names, and how that was come by. */
export interface Dated {
  readonly value: string;
  readonly derivation: Derivation;
}

export const STATED: Derivation = { kind: 'stated' };

/** A value that the words say in full. */
export function stated(value: string): Dated {
  return { value, derivation: STATED };
}

/** Counted from the publication date. */
export function counted(at: Standpoint): Extract<Derivation, { kind: 'publication' }> {
  return { kind: 'publication', reference: at.published ?? '' };
}

/** Counted from a date that the text has given. */
export function narrated(told: { readonly value: string; readonly span: Span }): Derivation {
  return { kind: 'narrative', reference: told.value, referenceSpan: told.span };
}

/** A value that stays open, with what is missing. */
export function open(value: string, missing: Extract<Derivation, { kind: 'open' }>['missing']): Dated {
  return { value, derivation: { kind: 'open', missing } };
}
