import type { Span } from './span.ts';

/** A word, a number or a mark of punctuation, with its place in the text it was cut from. */
export interface Token extends Span {
  readonly kind: 'word' | 'number' | 'punctuation';
  /** As it stands in the text. */
  readonly text: string;
  /** Lower case, with one kind of apostrophe. */
  readonly lower: string;
}

// One alternative a kind of token, the more special first:
//  word:   initials and dotted abbreviations (U.S., p.m., J.R.R.), one capital with its dot (M.), words and
//          words with inner apostrophes (O'Neill, doesn't). Hyphens stand alone, so that the edited form has
//          the same words as the scraped one.
//  number: figures with inner separators (1,000  12.53  4:42), ending in letters or not (1950s  19th  6am).
//  punctuation: a run of dots, else one character.
const TOKEN =
  /(?<word>(?:\p{L}\.){2,}(?:\p{L}(?![\p{L}\p{N}]))?|\p{Lu}\.(?=\s+\p{Lu}|\p{L})|[\p{L}\p{M}][\p{L}\p{M}\p{N}]*(?:['’ʼ][\p{L}\p{M}][\p{L}\p{M}\p{N}]*)*)|(?<number>\p{N}+(?:[.,:]\p{N}+)*[\p{L}\p{M}\p{N}]*)|\.{2,}|[^\s]/gu;

const CLITIC = /['’ʼ](?:s|S)$/u;

/** The tokens of a text in order; possessive 's is a token of its own. Linear in the length of the text. */
export function splitTokens(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const kind = match.groups?.word ? 'word' : match.groups?.number ? 'number' : 'punctuation';
    const start = match.index;
    const end = start + match[0].length;
    const clitic = kind === 'punctuation' ? null : CLITIC.exec(match[0]);
    if (clitic && clitic.index > 0) {
      const cut = start + clitic.index;
      tokens.push(toToken(kind, text, start, cut), toToken('word', text, cut, end));
    } else tokens.push(toToken(kind, text, start, end));
  }
  return tokens;
}

function toToken(kind: Token['kind'], text: string, start: number, end: number): Token {
  const own = text.slice(start, end);
  return { kind, start, end, text: own, lower: own.toLowerCase().replace(/[’ʼ]/gu, "'") };
}
