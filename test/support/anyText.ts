import fc from 'fast-check';

const NEWS =
  'Mr. Kim|kim|Kim Jong-un|Ms. Ellen Kim|O’Neill|d’Arc|the North|North Korea|u s|U.S.|Pyongyang|White House|“|”|"|‘|’|«|he said|said|told reporters that|according to|on Monday|last week|Jan. 5, 2018|February 30|2018-05-24|the 1950s|seven years|4:42 p.m.|—|, |. |? |: |; |(|)|[|]|...|see also|\n|\n\n|\r\n|\r|\u2028|---\n|published: 2019-04-02\n|title: x\n'.split(
    '|',
  );
const ODD = [
  '\ufeff',
  '\ud800',
  '\udc00',
  '\0',
  '\u0007',
  'â€™',
  '\ufffd',
  '😀',
  '\u200b',
  '\u00a0',
  'İ',
  'ß',
  'ﬁ',
  '𝒦',
];

/** Any string at all: lone surrogates, control characters, every kind of line end, bits of news. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) }),
  fc.string({ unit: 'binary' }),
  newsText(0, 60),
  newsText(0, 60).map((text) => text.toLowerCase().replace(/[^a-z0-9]+/gu, ' ')),
);

/** Bits of news put together at random, with odd characters in between. */
export function newsText(minLength: number, maxLength: number): fc.Arbitrary<string> {
  const bit = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...NEWS) },
    { weight: 1, arbitrary: fc.constantFrom(...ODD) },
    { weight: 3, arbitrary: fc.stringMatching(/^[A-Za-z]{1,9}$/u) },
  );
  const glue = fc.constantFrom(' ', ' ', ' ', '');
  return fc
    .array(fc.tuple(bit, glue), { minLength, maxLength, size: 'max' })
    .map((bits) => bits.map(([own, behind]) => own + behind).join(''));
}

/** An edit of a text: where it begins, as a share of the length, how much is taken out and what is put in. */
export const anyEdit: fc.Arbitrary<RandomEdit> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.nat(20),
  typed: newsText(0, 4),
});

export interface RandomEdit {
  readonly at: number;
  readonly removed: number;
  readonly typed: string;
}

/** The text after the edit. */
export function applyEdit(text: string, { at, removed, typed }: RandomEdit): string {
  const start = Math.floor(at * text.length);
  return text.slice(0, start) + typed + text.slice(start + removed);
}
