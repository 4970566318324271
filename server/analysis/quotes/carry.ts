import type { ReadParagraph } from '../reading.ts';
import type { StrayMark } from '../types.ts';
import type { QuoteMark } from './marks.ts';
import type { Spoken, SpokenQuote } from './spoken.ts';
import type { Saying } from './turns.ts';
import { CLASS, classOf } from './wordClasses.ts';

/** A quotation that its paragraph does not close. */
export interface Open {
  readonly saying: Saying;
  /** Its index among the quotations. */
  readonly index: number;
  readonly family: QuoteMark['family'];
  /** What is reported if the quotation does not go on. */
  readonly mark: StrayMark;
}

/**
 * How far a quotation goes on that the paragraph does not open again: to the first mark that closes what the paragraph
 * did not open, or, where a line was merely cut, through the whole piece. Undefined where it does not. Offsets of the
 * paragraph.
 */
export function followOpen(
  { family }: Open,
  { start, end, continues, reading }: ReadParagraph,
): { readonly end: number; readonly closes: boolean } | undefined {
  const { marks, pairing } = reading.speech;
  const closing = pairing.unopened.find((index) => marks[index]?.family === family);
  // A mark that opens before the first one that closes: the closing mark was lost.
  const opens = pairing.quoted.find(({ opening }) => marks[opening ?? -1]?.family === family);
  if (closing === undefined) return opens || !continues ? undefined : { end: end - start, closes: false };
  const mark = marks[closing] as QuoteMark;
  return opens && opens.start < mark.start ? undefined : { end: mark.end, closes: true };
}

/** The quotation that goes on in a new paragraph: one that opens at its very beginning, with the same kind of mark. */
export function opensAgain(
  { family }: Open,
  { quotes }: Spoken,
  { reading }: ReadParagraph,
): SpokenQuote | undefined {
  const first = quotes[0];
  return first?.opens && first.start === 0 && reading.speech.marks[0]?.family === family ? first : undefined;
}

/** So many words from a comma on a cue shows that the quotation had ended there. */
const WORDS = 5;
const NEXT_WORDS = /[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu;

/**
 * Where a quotation ends that begins at the offset and is not closed: after the first comma that a cue follows soon
 * (`… , she said.`), since there a mark was lost; else with the paragraph.
 */
export function guessEnd(text: string, start: number): number {
  for (let comma = text.indexOf(',', start); comma !== -1; comma = text.indexOf(',', comma + 1)) {
    NEXT_WORDS.lastIndex = comma + 1;
    for (let n = 0; n < WORDS; n++) {
      const [word = ''] = NEXT_WORDS.exec(text) ?? [];
      if (!/^[\p{L}\p{N}]/u.test(word)) break;
      if (n === 0 ? /^sa(?:id|ys)$/u.test(word) : classOf(word.toLowerCase()) === CLASS.speech)
        return comma + 1;
    }
  }
  return text.length;
}
