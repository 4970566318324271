import { foldWord } from '../../text/fold.ts';
import type { Token } from '../../text/tokens.ts';

/**
 * A run of letters and figures as it would stand in the scraped form: `U.S.` is two words, `Guinea-Bissau` too, so that
 * one list of names serves both forms. Offsets are those of the tokens.
 */
export interface Word {
  /** Lower case, without diacritics. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** End of the token it closes, with the dot of an abbreviation; else its own end. */
  readonly outerEnd: number;
  readonly isCapital: boolean;
  /** What stands between it and the word before, without white space; empty for a space alone. */
  readonly gap: string;
}

const RUN = /[\p{L}\p{M}\p{N}]+/gu;

/** The words of a paragraph in order. */
export function splitWords(text: string, tokens: readonly Token[]): readonly Word[] {
  const words: Word[] = [];
  let last = 0;
  for (const token of tokens) {
    if (token.kind === 'punctuation') continue;
    for (const match of token.text.matchAll(RUN)) {
      const start = token.start + match.index;
      const end = start + match[0].length;
      const rest = text.slice(end, token.end);
      words.push({
        key: foldWord(match[0]),
        start,
        end,
        outerEnd: rest === '.' ? token.end : end,
        isCapital: /^[\p{Lu}\p{N}]/u.test(match[0]),
        gap: text.slice(last, start).trim(),
      });
      last = end;
    }
  }
  return words;
}
