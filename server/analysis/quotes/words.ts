import type { Span } from '../../text/span.ts';
import type { Token } from '../../text/tokens.ts';
import type { PlainParagraph } from '../reading.ts';
import type { Quoted } from './pairing.ts';
import { classOf } from './wordClasses.ts';

/**
 * A paragraph as its runs of letters and digits. Both forms of a text have the same words; what the edited form has
 * more, punctuation and capitals, stands in `gaps` and `capitals`.
 */
export interface Words {
  readonly length: number;
  readonly spans: readonly Span[];
  readonly lower: readonly string[];
  /** Hash of each word in lower case, of its last three letters, and its class as a number. */
  readonly hashes: Int32Array;
  readonly endings: Int32Array;
  readonly classes: Uint8Array;
  /** 0 lower case, 1 capital, 2 figure. */
  readonly capitals: Uint8Array;
  /** What stands before each word, and at the end: a `GAP`, with `OPENS` and `CLOSES` where quotations begin and end. */
  readonly gaps: Uint8Array;
  /** For each word of scraped text the chance that a sentence begins with it, as far as one was guessed. */
  readonly chances: Float32Array;
  /** For each word its label as part of a name, an index into `NAME_LABELS`: odd where a name begins, even inside. */
  readonly names: Uint8Array;
  /** For each word the number of the outermost quotation that it stands in, or 0. */
  readonly inside: Uint16Array;
  /** For each word 1 where a speaker begins, 2 inside one; empty until the speakers have been picked. */
  readonly voices: Uint8Array;
  /** For each word the first and one past the last word of its sentence; sentences inside one quotation are one. */
  readonly firsts: Int32Array;
  readonly lasts: Int32Array;
  readonly scraped: boolean;
}

export const GAP = {
  space: 0,
  joined: 1,
  comma: 2,
  semicolon: 3,
  colon: 4,
  dash: 5,
  bracket: 6,
  other: 7,
  sentence: 8,
  edge: 9,
} as const;
/** From here on, strengths of a boundary that was guessed in scraped text. */
export const GUESSED = 64;
export const OPENS = 16;
export const CLOSES = 32;

const WORD = /[\p{L}\p{N}]+/gu;

/** The words of a paragraph whose quotation marks are paired and whose tokens have labels of names. Linear. */
export function splitWords(
  paragraph: PlainParagraph,
  quoted: readonly Quoted[],
  labels: Uint8Array = new Uint8Array(paragraph.tokens.length),
): Words {
  const { text, tokens, sentences, form } = paragraph;
  const spans: Span[] = [];
  const lower: string[] = [];
  for (const match of text.matchAll(WORD)) {
    spans.push({ start: match.index, end: match.index + match[0].length });
    lower.push(match[0].toLowerCase());
  }
  const length = spans.length;
  const words = {
    length,
    spans,
    lower,
    hashes: Int32Array.from(lower, hashWord),
    endings: Int32Array.from(lower, (word) => hashWord(word.slice(-3))),
    classes: Uint8Array.from(lower, classOf),
    capitals: Uint8Array.from(spans, ({ start }) => capitalOf(text, start)),
    gaps: new Uint8Array(length + 1),
    chances: new Float32Array(length + 1),
    names: new Uint8Array(length),
    inside: new Uint16Array(length),
    voices: new Uint8Array(length),
    firsts: new Int32Array(length),
    lasts: new Int32Array(length).fill(length),
    scraped: form === 'scraped',
  };
  words.gaps[0] = GAP.edge;
  words.gaps[length] = GAP.edge;
  for (let i = 1; i < length; i++)
    words.gaps[i] = gapOf(text, (spans[i - 1] as Span).end, (spans[i] as Span).start);
  markNames(words, tokens, labels);
  markQuoted(words, quoted);
  if (!words.scraped)
    markSentences(
      words,
      sentences.map(({ first }) => tokens[first]?.start ?? 0),
    );
  return words;
}

/** Writes down that somebody speaks whose mention these words are. */
export function markVoice(
  { voices }: Words,
  { first, last }: { readonly first: number; readonly last: number },
): void {
  voices.fill(2, first, last);
  voices[first] = 1;
}

/** The place of words in their paragraph. */
export function toSpan({ spans }: Words, range: { readonly first: number; readonly last: number }): Span {
  return { start: (spans[range.first] as Span).start, end: (spans[range.last - 1] as Span).end };
}

function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash;
}

function capitalOf(text: string, start: number): number {
  const first = String.fromCodePoint(text.codePointAt(start) as number);
  if (/\p{N}/u.test(first)) return 2;
  return first.toLowerCase() === first ? 0 : 1;
}

function gapOf(text: string, from: number, to: number): number {
  if (to - from === 1) {
    const unit = text.charCodeAt(from);
    if (unit === 32) return GAP.space;
    return unit === 0x2014 || unit === 0x2013 ? GAP.dash : GAP.joined;
  }
  const between = text.slice(from, to);
  if (/^[\s"“”'‘’«»‹›`]*$/u.test(between)) return GAP.space;
  if (between.includes(';')) return GAP.semicolon;
  if (between.includes(':')) return GAP.colon;
  if (/[()[\]]/u.test(between)) return GAP.bracket;
  if (/[—–]|\s-+\s|--/u.test(between)) return GAP.dash;
  if (between.includes(',')) return GAP.comma;
  return GAP.other;
}

/** A token of several words is one name, its first word the beginning. */
function markNames({ spans, names, length }: Words, tokens: readonly Token[], labels: Uint8Array): void {
  let word = 0;
  tokens.forEach(({ end }, i) => {
    const label = labels[i] as number;
    for (let begun = false; word < length && (spans[word] as Span).start < end; word++, begun = true)
      names[word] = begun && label % 2 === 1 ? label + 1 : label;
  });
}

function markQuoted(words: Words, quoted: readonly Quoted[]): void {
  const { spans, gaps, inside, length } = words;
  let word = 0;
  let number = 0;
  for (const { start, end, depth } of quoted) {
    if (depth > 0) continue;
    while (word < length && (spans[word] as Span).start < start) word++;
    const first = word;
    number++;
    while (word < length && (spans[word] as Span).end <= end) inside[word++] = number;
    if (word === first) continue;
    gaps[first] = (gaps[first] as number) | OPENS;
    gaps[word] = (gaps[word] as number) | CLOSES;
  }
}

function markSentences(words: Words, starts: readonly number[]): void {
  const { spans, gaps, inside, firsts, lasts, length } = words;
  let next = 0;
  let first = 0;
  for (let i = 0; i <= length; i++) {
    const start = spans[i]?.start ?? Number.POSITIVE_INFINITY;
    let begins = i === length;
    while (next < starts.length && (starts[next] as number) <= start) {
      begins = true;
      next++;
    }
    if (!begins) continue;
    if (0 < i && i < length) {
      gaps[i] = ((gaps[i] as number) & (OPENS | CLOSES)) | GAP.sentence;
      if (inside[i] !== 0 && inside[i] === inside[i - 1]) continue;
    }
    firsts.fill(first, first, i);
    lasts.fill(i, first, i);
    first = i;
  }
}
