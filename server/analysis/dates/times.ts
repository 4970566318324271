import type { Paragraph } from '../../text/paragraphs.ts';
import type { Span } from '../../text/span.ts';
import type { PlainParagraph } from '../reading.ts';
import type { Evidence, TimeExpression } from '../types.ts';
import { findTimes } from './find.ts';
import type { Found } from './found.ts';
import type { Meaning } from './meaning.ts';
import { Occurrences } from './memories.ts';
import { opensRange } from './ranges.ts';
import { findTense, type Tense } from './tense.ts';
import { splitTimeWords, type TimeText } from './words.ts';

/** The time expressions of a paragraph, not yet anchored in the calendar. */
export interface TimeReading {
  readonly expressions: readonly ReadTime[];
  /** The years that they name in figures. */
  readonly years: readonly number[];
  /** What was last made of them: only relating looks at it. */
  readonly occurrences: Occurrences;
}

/** An expression by its place in the paragraph, with what its words say and the tense of the verb beside it. */
export interface ReadTime extends Span {
  readonly meaning: Meaning;
  readonly tense: Tense | undefined;
  readonly evidence: readonly Evidence[];
  /** Modifier and quantity, where the words give any. */
  readonly details: Pick<TimeExpression, 'mod' | 'quant' | 'freq'> | undefined;
  /** Whether the next expression of the paragraph ends a range that this one begins: `from 1973 to 1990`. */
  readonly opensRange?: true;
}

/** A paragraph in its place, with its expressions read. */
export interface TimedParagraph extends Paragraph {
  readonly reading: { readonly times: TimeReading };
}

/** Finds the time expressions of a paragraph alone. */
export function readTimes(paragraph: PlainParagraph): TimeReading {
  const text: TimeText = {
    words: splitTimeWords(paragraph.text, paragraph.tokens),
    scraped: paragraph.form === 'scraped',
  };
  const founds = findTimes(text);
  const expressions: ReadTime[] = [];
  const years: number[] = [];
  for (let i = 0; i < founds.length; i++) {
    const found = founds[i] as Found;
    const { meaning } = found;
    if (meaning.kind === 'point' && meaning.year !== undefined) years.push(meaning.year);
    const time = toReadTime(paragraph.text, text, found);
    expressions.push(opensRange(text, found, founds[i + 1]) ? { ...time, opensRange: true } : time);
  }
  return { expressions, years, occurrences: new Occurrences() };
}

function toReadTime(source: string, text: TimeText, found: Found): ReadTime {
  const start = text.words[found.first]?.start ?? 0;
  let end = text.words[found.next - 1]?.end ?? start;
  // The full stop of "a.m." and "B.C." belongs to it.
  const last = text.words[found.next - 1];
  if (last?.lower.length === 1 && source[end] === '.' && last.gap === '.') end++;
  return {
    start,
    end,
    meaning: found.meaning,
    tense: findTense(text, found.first, found.next),
    evidence: [{ reason: found.reason, words: source.slice(start, end) }],
    details: toDetails(found.meaning),
  };
}

function toDetails(meaning: Meaning): ReadTime['details'] {
  const { mod } = meaning;
  if (meaning.kind !== 'frequency') return mod && { mod };
  const { quant, freq } = meaning;
  return mod || quant || freq
    ? { ...(mod && { mod }), ...(quant && { quant }), ...(freq && { freq }) }
    : undefined;
}
