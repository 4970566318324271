import type { TimexMod } from '../types.ts';

/** Phrases that stand before an expression and belong to it, with what they say of it. */
export type ModifierRows = readonly (readonly [TimexMod | undefined, string])[];

/** Before an amount of time. Alternatives are parted by `|`. */
export const AMOUNT_MODIFIERS: ModifierRows = [
  [
    'APPROX',
    'about|around|approximately|roughly|some|circa|nigh on|an estimated|an average of|somewhere around',
  ],
  [
    'MORE_THAN',
    'more than|just over|well over|slightly over|a little over|somewhat over|slightly more than|just more than|a little more than|well more than|upwards of|greater than|longer than|over',
  ],
  [
    'LESS_THAN',
    'less than|fewer than|under|just under|nearly|almost|close to|slightly less than|just less than|a little less than|a little under|slightly under|well under|younger than|shorter than|much of',
  ],
  ['EQUAL_OR_MORE', 'at least|no fewer than|a minimum of|no less than|not less than'],
  ['EQUAL_OR_LESS', 'at most|up to|as long as|no more than|not more than|a maximum of'],
  [undefined, 'just|another|an additional|a further|a matter of|exactly|fully|a mere|a total of'],
];

/** Before a point in time that stands for itself. */
export const ABOUT_MODIFIERS: ModifierRows = [
  ['APPROX', 'about|around|approximately|roughly|circa'],
  [undefined, 'exactly'],
];

/** Before a stretch of time, of which they name a part. */
export const PHASE_MODIFIERS: ModifierRows = [
  [
    'START',
    'early|earlier|early on|earlier on|early in|earlier in|beginning of|very beginning of|start of|early part of|early hours of|early morning hours of|early days of|early months of|opening of|dawn of|first part of|onset of|outset of',
  ],
  ['MID', 'mid|middle of|midst of|midway through|height of|middle part of'],
  [
    'END',
    'late|later|late on|later on|late in|later in|end of|very end of|close of|latter part of|tail end of|final days of|last days of|rest of|remainder of|turn of|end',
  ],
  [undefined, 'year|most of|whole of|all of|same time'],
];

/** Before a phase: `very early`. */
export const DEGREE_MODIFIERS: ModifierRows = [[undefined, 'very|relatively|this']];

/** Before a reference without a calendar: `right now`, `only recently`. */
export const REFERENCE_MODIFIERS: ModifierRows = [[undefined, 'right|relatively']];
