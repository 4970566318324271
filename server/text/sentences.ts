import type { Token } from './tokens.ts';

/** Words that end in a dot without ending a sentence. */
const ABBREVIATIONS = new Set(
  'mr mrs ms dr prof sen rep gov gen lt col sgt capt maj cmdr adm hon rev fr st mt ft jr sr vs no inc ltd co corp dept est jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun a.m p.m u.s u.k u.n e.g i.e cf ca approx pres sec supt det messrs mme mlle'.split(
    ' ',
  ),
);

const CLOSERS = new Set(['"', '”', '’', "'", '»', ')', ']', '›']);

/** The sentences of a paragraph's tokens as ranges of token indices, half-open; together they hold every token. */
export function splitSentences(
  tokens: readonly Token[],
): readonly { readonly first: number; readonly last: number }[] {
  const sentences: { first: number; last: number }[] = [];
  let first = 0;
  for (let i = 0; i < tokens.length; i++) {
    if (!endsSentence(tokens, i)) continue;
    let last = i + 1;
    while (CLOSERS.has(tokens[last]?.text ?? '') && tokens[last]?.start === tokens[last - 1]?.end) last++;
    sentences.push({ first, last });
    first = last;
    i = last - 1;
  }
  if (first < tokens.length) sentences.push({ first, last: tokens.length });
  return sentences;
}

function endsSentence(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i] as Token;
  if (token.text === '!' || token.text === '?') return true;
  const next = tokens[i + 1];
  if (token.text !== '.' && !/^\.{2,}$|^…$/u.test(token.text)) {
    // "in the U.S. The": a dotted abbreviation may close the sentence too.
    return token.kind === 'word' && /\..*\.$/u.test(token.text) && next !== undefined && startsSentence(next);
  }
  if (next === undefined) return true;
  if (next.start === token.end && !CLOSERS.has(next.text)) return false;
  const previous = tokens[i - 1];
  if (previous && previous.end === token.start && ABBREVIATIONS.has(previous.lower)) return false;
  return !/^\p{Ll}/u.test(next.text);
}

const OPENING_WORDS = new Set(
  'the a an he she it they we i you in on at but and however his her their this that these those'.split(' '),
);

function startsSentence(token: Token): boolean {
  return /^\p{Lu}/u.test(token.text) && OPENING_WORDS.has(token.lower);
}
