import type { Span } from '../../text/span.ts';
import type { Token } from '../../text/tokens.ts';

/** A character, or a doubled one, that may open or close a quotation. */
export interface QuoteMark extends Span {
  /** Marks of one family pair with each other. */
  readonly family: 'double' | 'single' | 'double angle' | 'single angle';
  readonly opens: boolean;
  readonly closes: boolean;
  /** Whether it may as well be an apostrophe, or feet and inches: if nothing is open, or always. */
  readonly doubtful: 'never' | 'unopened' | 'always';
  /** Index of its first token in the paragraph. */
  readonly token: number;
}

const FAMILIES: Readonly<Record<string, QuoteMark['family']>> = {
  '"': 'double',
  '“': 'double',
  '”': 'double',
  '„': 'double',
  '‟': 'double',
  '＂': 'double',
  "'": 'single',
  '‘': 'single',
  '’': 'single',
  '‚': 'single',
  '‛': 'single',
  '`': 'single',
  '´': 'single',
  '«': 'double angle',
  '»': 'double angle',
  '‹': 'single angle',
  '›': 'single angle',
};

/** Marks that only ever open, and marks that mostly close. */
const OPENING = new Set(['„', '‚', '‟', '‛']);
const CLOSING = new Set(['”', '’', '´']);

/** Clipped words that begin with an apostrophe. */
const CLIPPED = new Set(
  'n em tis twas cause til till round bout cos cuz neath nuff tude burbs hood mid ere gainst'.split(' '),
);

/** The characters of a paragraph that may be quotation marks, in order; apostrophes inside words are none. */
export function findMarks(text: string, tokens: readonly Token[]): readonly QuoteMark[] {
  const marks: QuoteMark[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    const family = token.kind === 'punctuation' ? FAMILIES[token.text] : undefined;
    if (family === undefined) continue;
    const next = tokens[i + 1];
    const doubled = family === 'single' && next?.text === token.text && next.start === token.end;
    const mark = readMark(text, tokens, i, doubled);
    if (mark) marks.push(mark);
    if (doubled) i++;
  }
  return marks;
}

function readMark(
  text: string,
  tokens: readonly Token[],
  index: number,
  doubled: boolean,
): QuoteMark | undefined {
  const token = tokens[index] as Token;
  const end = doubled ? token.end + 1 : token.end;
  const family = doubled ? 'double' : (FAMILIES[token.text] as QuoteMark['family']);
  const before = text.slice(Math.max(0, token.start - 1), token.start);
  const after = text.slice(end, end + 1);
  const open = before === '' || /[\s([{\-–—/…:"“‘«‹„]/u.test(before);
  const shut = after === '' || /[\s)\]}\-–—/….,:;!?"”’»›'<*]/u.test(after);
  const measured = /\p{N}/u.test(before) && (family === 'single' || family === 'double');
  const single = family === 'single';
  if (single && !doubled && isClipped(tokens, index, after)) return undefined;
  const mark = { start: token.start, end, family, token: index };
  const apostrophe = single && !doubled && /\p{L}/u.test(before);
  const possessive = apostrophe && isPossessive(text, token.start, before, after);
  const doubtful = measured || possessive ? 'always' : apostrophe ? 'unopened' : 'never';
  if (OPENING.has(token.text)) return { ...mark, opens: true, closes: false, doubtful: 'never' };
  if (token.text === '“' || token.text === '‘' || token.text === '`')
    return { ...mark, opens: !shut || open, closes: shut && !open, doubtful: 'never' };
  if (CLOSING.has(token.text)) return { ...mark, opens: open && !shut, closes: !open || shut, doubtful };
  if (family === 'double angle' || family === 'single angle')
    return { ...mark, opens: open || !shut, closes: shut || !open, doubtful: 'never' };
  // A mark with space on both sides, or on neither, is read by what is open; a single one so placed is none.
  if (open === shut) return single && !doubled ? undefined : { ...mark, opens: true, closes: true, doubtful };
  return { ...mark, opens: open, closes: shut, doubtful: shut ? doubtful : 'never' };
}

function isClipped(tokens: readonly Token[], index: number, after: string): boolean {
  if (after === '' || /\s/u.test(after)) return false;
  const next = tokens[index + 1];
  if (next === undefined) return false;
  return CLIPPED.has(next.lower) || /^\d\ds?$/u.test(next.lower);
}

/** `the officers' reports`: after an s, before a word. */
function isPossessive(text: string, start: number, before: string, after: string): boolean {
  return /[sxzSXZ]/u.test(before) && /\s/u.test(after) && /^\s\p{L}/u.test(text.slice(start + 1, start + 3));
}
