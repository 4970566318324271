import { firstEndingAfter, type Span } from '../../text/span.ts';
import type { Reading } from '../reading.ts';
import { rememberEach } from '../remember.ts';
import type { Cue, Quotation, StrayMark } from '../types.ts';
import { findNamed } from './appositions.ts';
import type { Range } from './cues.ts';
import type { QuoteMark } from './marks.ts';
import type { Owner } from './owners.ts';
import type { Quoted } from './pairing.ts';
import { firstWordFrom, type Report } from './reports.ts';
import { type Mention, readMention } from './speakers.ts';
import { findUnquoted } from './unquoted.ts';
import { CLASS } from './wordClasses.ts';
import { GAP, toSpan, type Words } from './words.ts';

/** What a paragraph alone tells of its quotations; offsets of the paragraph. */
export interface Spoken {
  /** The cues that report, in order, with the words that name the speaker. */
  readonly said: readonly { readonly cue: Cue; readonly mention: Mention | undefined }[];
  /** In order of place, the longer first. */
  readonly quotes: readonly SpokenQuote[];
  readonly stray: readonly StrayMark[];
  /** The mark that opens what the paragraph does not close, stray unless the quotation goes on. */
  readonly opening: (StrayMark & Pick<QuoteMark, 'family'>) | undefined;
}

export interface SpokenQuote extends Span {
  readonly kind: Quotation['kind'];
  /**
   * Whose it is: an index into `said`, or somebody of an earlier or a later paragraph; nobody's at the beginning of a
   * paragraph, where it counts only if it goes on from the paragraph before.
   */
  readonly owner: Owner;
  /** Whether it stands in marks that are opened, and whether its paragraph closes them. */
  readonly opens: boolean;
  readonly closes: boolean;
}

/** What the reading of a paragraph comes to; remembered as long as the reading is. */
export const spokenOf: (reading: Reading) => Spoken = rememberEach(({ text, speech }) => {
  const { marks, pairing, reports, quoted, words } = speech;
  const owned = quoted.filter(({ quoted: piece, owner }) => owner !== 'nobody' || isWhole(piece, text));
  const quotes: SpokenQuote[] = owned.map(({ quoted: piece, owner }) => ({
    start: piece.start,
    end: piece.end,
    kind: kindOf(piece, words),
    owner: findAnnouncer(words, reports, piece, owner),
    opens: true,
    closes: piece.closing !== undefined || piece.end < text.length,
  }));
  reports.forEach(({ clauses }, owner) => {
    for (const clause of clauses) {
      const whole = widen(text, pairing.quoted, toSpan(words, clause));
      const own = owned.find(
        (other) =>
          other.owner !== 'nobody' && other.quoted.start < whole.end && whole.start < other.quoted.end,
      );
      const rest = own && findUnquoted(words, clause, firstWordFrom(words, own.quoted.start));
      if (own && !rest) continue;
      const { start, end } = rest ? toSpan(words, rest) : whole;
      quotes.push({ start, end, kind: 'indirect', owner, opens: false, closes: true });
    }
  });
  const open = owned.find(({ quoted: { closing, end } }) => closing === undefined && end === text.length)
    ?.quoted.opening;
  const toStray = (role: StrayMark['role'], index: number): StrayMark => {
    const { start, end } = marks[index] as QuoteMark;
    return { role, start, end };
  };
  return {
    said: reports.map(({ cue, speaker }) => ({
      cue: { ...toSpan(words, cue), lemma: cue.word.lemma, stance: cue.word.stance },
      mention: speaker && readMention(words, findNamed(words, speaker)),
    })),
    quotes: quotes.sort((a, b) => a.start - b.start || b.end - a.end),
    stray: [
      ...pairing.unclosed.filter((index) => index !== open).map((index) => toStray('opening', index)),
      ...pairing.unopened.map((index) => toStray('closing', index)),
    ].sort((a, b) => a.start - b.start),
    opening:
      open === undefined
        ? undefined
        : { ...toStray('opening', open), family: (marks[open] as QuoteMark).family },
  };
});

/** Whose a quotation is that a cue with a colon announces and a pronoun goes on with: `The agency said: "…," it said.` */
function findAnnouncer(words: Words, reports: readonly Report[], { start }: Span, owner: Owner): Owner {
  const { speaker } = (typeof owner === 'number' && reports[owner]) || {};
  if (!speaker || !isPronoun(words, speaker)) return owner;
  const first = firstEndingAfter(words.spans, start);
  if (((words.gaps[first] as number) & 15) !== GAP.colon) return owner;
  const announcer = reports.findIndex(({ cue }) => cue.last === first);
  const named = reports[announcer]?.speaker;
  return named && !isPronoun(words, named) ? announcer : owner;
}

function isPronoun({ classes }: Words, { first, last }: Range): boolean {
  return last - first === 1 && classes[first] === CLASS.subject;
}

/** Whether the paragraph is but this quotation. */
function isWhole({ start, end, closing }: Quoted, text: string): boolean {
  return start === 0 && (closing === undefined || end === text.length);
}

/** Takes in the marks of what is quoted at the edges of a clause, and the bracket that closes one inside. */
function widen(text: string, quoted: readonly Quoted[], { start, end }: Span): Span {
  let [first, last] = [start, end];
  for (const piece of quoted) {
    if (piece.start < first && first <= piece.start + 2) first = piece.start;
    if (last < piece.end && piece.end <= last + 3 && first <= piece.start) last = piece.end;
  }
  const opened = text.lastIndexOf('(', last);
  if (text[last] === ')' && first <= opened && text.indexOf(')', opened) === last) last++;
  return { start: first, end: last };
}

/** A quotation is direct where a sentence of somebody's stands in the marks, mixed where a part of one does. */
function kindOf({ start, end }: Quoted, { spans, capitals, firsts }: Words): Quotation['kind'] {
  const first = spans.findIndex((span) => span.start >= start);
  if (first === -1 || (spans[first] as Span).start >= end) return 'mixed';
  return capitals[first] === 1 || first === firsts[first] ? 'direct' : 'mixed';
}
