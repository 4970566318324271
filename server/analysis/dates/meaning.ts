import type { TimexMod } from '../types.ts';

export type Unit =
  | 'second'
  | 'minute'
  | 'hour'
  | 'morning'
  | 'evening'
  | 'night'
  | 'day'
  | 'weekend'
  | 'week'
  | 'fortnight'
  | 'month'
  | 'quarter'
  | 'season'
  | 'winter'
  | 'summer'
  | 'year'
  | 'decade'
  | 'century'
  | 'millennium';

/** Parts of a day as TIMEX3 has them: morning, midday, afternoon, evening, night, daytime. */
export type Part = 'MO' | 'MI' | 'AF' | 'EV' | 'NI' | 'DT';
export type Season = 'SP' | 'SU' | 'FA' | 'WI';

/** What the words of an expression say, before a calendar is asked: the same wherever the paragraph stands. */
export type Meaning = Point | Measure | Frequency | Reference;

/** A place in time; fields that the words leave out are read against the publication date or an earlier date. */
export interface Point {
  readonly kind: 'point';
  /** Counted in units from a reference: `last week`, `two days later`. */
  readonly shift?: Shift;
  /** Which Friday or May: `last Friday`, `next May`. */
  readonly side?: Side;
  /** Years, decades and centuries: 2019, 201, 20. */
  readonly year?: number;
  readonly decade?: number;
  readonly century?: number;
  /** A decade without its century: `the '70s`. */
  readonly shortDecade?: number;
  readonly beforeChrist?: boolean;
  readonly fiscal?: boolean;
  readonly half?: number;
  readonly quarter?: number;
  readonly season?: Season;
  readonly month?: number;
  readonly day?: number;
  /** Monday 1 to Sunday 7. */
  readonly weekday?: number;
  readonly weekend?: true;
  /** ISO week of the year. */
  readonly week?: number;
  /** The n-th (-1: the last) of a unit in what the other fields name: `the first week of April`. */
  readonly nth?: { readonly count: number; readonly unit: 'week' | 'weekend' | 'day' | 'weekday' | 'month' };
  /** The key of a holiday in the lexicon. */
  readonly holiday?: string;
  readonly part?: Part;
  readonly clock?: Clock;
  /** An order of figures that could be read in two ways: 3/4/2019. */
  readonly orders?: 'either';
  readonly mod?: TimexMod;
}

export interface Shift {
  readonly unit: Unit;
  /** Undefined where the number is not said: `years ago`. */
  readonly count: number | undefined;
  readonly from: 'publication' | 'narrative';
  /** -1 back, 1 forward, where the count is not said. */
  readonly direction: -1 | 0 | 1;
}

export type Side = 'last' | 'past' | 'this' | 'coming' | 'next';

export interface Clock {
  readonly hour: number;
  readonly minute?: number;
  readonly second?: number;
  readonly utc?: boolean;
}

/** An amount of time: `seven years`. */
export interface Measure {
  readonly kind: 'measure';
  /** Amount a unit, in the order said; undefined where it is not known. */
  readonly parts: readonly { readonly count: number | undefined; readonly unit: Unit | undefined }[];
  readonly mod?: TimexMod;
}

/** Something that comes again: `annually`. */
export interface Frequency {
  readonly kind: 'frequency';
  readonly value: string;
  readonly quant?: string;
  readonly freq?: string;
  readonly mod?: TimexMod;
}

export interface Reference {
  readonly kind: 'reference';
  readonly value: 'PRESENT_REF' | 'PAST_REF' | 'FUTURE_REF';
  readonly mod?: TimexMod;
}
