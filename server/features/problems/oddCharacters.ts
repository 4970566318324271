import type { Reading } from '../../analysis/reading.ts';
import { groupBy } from '../../text/group.ts';
import type { Span } from '../../text/span.ts';
import { inParagraphs } from './inParagraphs.ts';
import type { Rule } from './problem.ts';

interface Odd extends Span {
  readonly kind: 'mojibake' | 'replacement' | 'control' | 'surrogate';
  readonly words: string;
}

/** `odd-characters`: characters that came about by a wrong decoding. Told once for each sequence, with how often. */
export const findOddCharacters: Rule = (article) => {
  const bySequence = groupBy(inParagraphs(article, oddCharactersOf), ({ kind, words }) => `${kind} ${words}`);
  return [...bySequence.values()].map((places) => {
    const { kind, words, start, end } = places[0] as Odd;
    const times = places.length === 1 ? '' : ` It stands here ${places.length} times.`;
    return { code: 'odd-characters', message: `${describe(kind, words)}${times}`, start, end };
  });
};

// Mojibake is UTF-8 read as Windows-1252: a lead byte's character, then one or two of the continuation bytes'.
const CONTINUATION =
  '[\\u0080-\\u00bf\\u20ac\\u201a\\u0192\\u201e\\u2026\\u2020\\u2021\\u02c6\\u2030\\u0160\\u2039\\u0152\\u017d\\u2018\\u2019\\u201c\\u201d\\u2022\\u2013\\u2014\\u02dc\\u2122\\u0161\\u203a\\u0153\\u017e\\u0178]';
const ODD = new RegExp(
  [
    `(?<mojibake>[\\u00c2\\u00c3]${CONTINUATION}|\\u00e2\\u20ac${CONTINUATION}?|\\u00f0\\u0178${CONTINUATION}{2}|\\u00ef\\u00bb\\u00bf)`,
    '(?<replacement>\\ufffd+)',
    '(?<control>(?:(?!\\s)\\p{Cc})+)',
    '(?<surrogate>\\p{Cs})',
  ].join('|'),
  'gu',
);

function oddCharactersOf({ text }: Reading): readonly Odd[] {
  return Array.from(text.matchAll(ODD), (match) => {
    const groups = match.groups ?? {};
    const kind = (['mojibake', 'replacement', 'control', 'surrogate'] as const).find(
      (name) => groups[name] !== undefined,
    );
    return {
      kind: kind ?? 'control',
      words: match[0],
      start: match.index,
      end: match.index + match[0].length,
    };
  });
}

function describe(kind: Odd['kind'], words: string): string {
  const codes = [...words].map(
    (character) => `U+${(character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}`,
  );
  switch (kind) {
    case 'mojibake':
      return `“${words}” looks like a character that was decoded wrongly.`;
    case 'replacement':
      return 'A character was lost here when the text was decoded (U+FFFD).';
    case 'control':
      return `A control character stands here (${codes.join(' ')}).`;
    case 'surrogate':
      return `Half a character stands here (${codes.join(' ')}).`;
  }
}
