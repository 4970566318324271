import type { Token } from '../../text/tokens.ts';
import type { PlainParagraph } from '../reading.ts';
import { type CueWord, findCueWord } from './cueWords.ts';
import type { Quoted } from './pairing.ts';
import { classOf, type WordClass } from './wordClasses.ts';

/** A range of token indices, half-open. */
export interface Range {
  readonly first: number;
  readonly last: number;
}

/** What a cue reports: who speaks and which clause, in tokens of the paragraph. */
export interface Report {
  readonly cue: Range;
  readonly word: CueWord;
  readonly speaker: Range | undefined;
  readonly clause: Range;
}

/** The reports of a paragraph, found by the order of speaker, cue and clause in each sentence. */
export function findReports(paragraph: PlainParagraph, quoted: readonly Quoted[]): readonly Report[] {
  const { tokens } = paragraph;
  const classes = tokens.map(({ lower }) => classOf(lower));
  const inside = insideQuotes(tokens, quoted);
  const reports: Report[] = [];
  for (const sentence of joinQuoted(paragraph, inside))
    for (let i = sentence.first; i < sentence.last; i++) {
      const word = findCueWord(tokens, i);
      if (!word || word.form === 'noun' || inside[i]) continue;
      const cue = { first: i, last: i + word.length };
      const report = readReport({ tokens, classes, sentence }, cue, word);
      if (report) reports.push(report);
      i = cue.last - 1;
    }
  return reports;
}

interface Place {
  readonly tokens: readonly Token[];
  readonly classes: readonly WordClass[];
  readonly sentence: Range;
}

function readReport(place: Place, cue: Range, word: CueWord): Report | undefined {
  if (word.form === 'source') return readSource(place, cue, word);
  return readForward(place, cue, word) ?? readBackward(place, cue, word);
}

/** `X said that …`, `X told reporters …` */
function readForward(place: Place, cue: Range, word: CueWord): Report | undefined {
  const { tokens, classes, sentence } = place;
  const speaker = findSubject(place, cue.first);
  if (!speaker && word.form !== 'ing') return undefined;
  let first = cue.last;
  const told = ['tell', 'inform', 'warn', 'assure', 'remind', 'notify', 'advise'].includes(word.lemma);
  if (told) first = skipNoun(place, first);
  while (first < sentence.last && ['adverb', 'time'].includes(classes[first] as WordClass)) first++;
  if (tokens[first]?.text === ',' || tokens[first]?.text === ':') first++;
  const that = classes[first] === 'that';
  if (that) first++;
  const last = trimEnd(tokens, first, sentence.last);
  const clause = { first, last };
  const opens = FAMILY_MARK.test(tokens[first]?.text ?? '');
  if (last - first < 3 || !(opens || that || startsClause(place, clause, word))) return undefined;
  return { cue, word, speaker, clause };
}

/** `…, X said` and `…, said X` */
function readBackward(place: Place, cue: Range, word: CueWord): Report | undefined {
  const { tokens, sentence } = place;
  const before = findSubject(place, cue.first);
  const edge = before?.first ?? cue.first;
  const comma = tokens[edge - 1];
  if (edge - sentence.first < 3 || !comma || !/^[,"”’'»!?]$/u.test(comma.text)) return undefined;
  const after = before ? undefined : findNoun(place, cue.last);
  const speaker = before ?? after;
  if (!speaker || word.form === 'ing') return undefined;
  const last = trimEnd(tokens, sentence.first, edge);
  return { cue, word, speaker, clause: { first: sentence.first, last } };
}

/** `according to X, …` and `…, according to X` */
function readSource(place: Place, cue: Range, word: CueWord): Report | undefined {
  const { tokens, sentence } = place;
  const speaker = findNoun(place, cue.last);
  if (!speaker) return undefined;
  if (cue.first - sentence.first >= 3) {
    const last = trimEnd(tokens, sentence.first, cue.first);
    return { cue, word, speaker, clause: { first: sentence.first, last } };
  }
  let first = speaker.last;
  while (first < sentence.last && tokens[first]?.text !== ',') first++;
  first = tokens[first]?.text === ',' ? first + 1 : speaker.last;
  const last = trimEnd(tokens, first, sentence.last);
  return last - first < 3 ? undefined : { cue, word, speaker, clause: { first, last } };
}

const FAMILY_MARK = /^["“‘'«„‹`]$/u;
const BREAK: ReadonlySet<WordClass> = new Set(['and', 'subordinator', 'that', 'auxiliary', 'who', 'adverb']);

/** The noun phrase that ends before the token; over auxiliaries, adverbs and an apposition between commas. */
function findSubject({ tokens, classes, sentence }: Place, before: number): Range | undefined {
  let last = before;
  while (last > sentence.first && ['auxiliary', 'adverb'].includes(classes[last - 1] as WordClass)) last--;
  if (tokens[last - 1]?.text === ',') {
    let comma = last - 2;
    while (comma > sentence.first && tokens[comma]?.text !== ',') comma--;
    if (tokens[comma]?.text !== ',') return undefined;
    last = comma;
  }
  let first = last;
  while (first > sentence.first) {
    const token = tokens[first - 1] as Token;
    const wordClass = classes[first - 1] as WordClass;
    if (token.kind === 'punctuation' && token.text !== '-') break;
    if (BREAK.has(wordClass)) break;
    if (wordClass === 'preposition' && first - 1 !== sentence.first && last - first > 3) break;
    first--;
  }
  while (first < last && ['preposition', 'time', 'of'].includes(classes[first] as WordClass)) first++;
  return first < last ? { first, last } : undefined;
}

/** The noun phrase that begins at the token. */
function findNoun({ tokens, classes, sentence }: Place, first: number): Range | undefined {
  let last = first;
  while (last < sentence.last) {
    const token = tokens[last] as Token;
    const wordClass = classes[last] as WordClass;
    if ((token.kind === 'punctuation' && token.text !== '-') || BREAK.has(wordClass)) break;
    if (wordClass === 'preposition' || wordClass === 'time') break;
    last++;
  }
  return first < last ? { first, last } : undefined;
}

function skipNoun(place: Place, first: number): number {
  if (place.classes[first] === 'that') return first;
  const noun = findNoun(place, first);
  if (!noun) return first;
  const pronoun = ['object', 'who'].includes(place.classes[first] as WordClass);
  return pronoun ? first + 1 : Math.min(noun.last, first + 2);
}

/** Whether the words look like a clause: a subject first, and a verb after it. */
function startsClause({ classes, tokens }: Place, { first, last }: Range, word: CueWord): boolean {
  const wordClass = classes[first] as WordClass;
  if (wordClass === 'preposition' || wordClass === 'of' || wordClass === 'ing') return false;
  const plain = ['say', 'tell', 'state', 'add', 'report', 'note', 'claim', 'announce'].includes(word.lemma);
  for (let i = first + 1; i < last; i++) {
    if (classes[i] === 'auxiliary') return true;
    if (plain && (classes[i] === 'past' || classes[i] === 'third') && tokens[i]?.kind === 'word') return true;
  }
  return false;
}

function trimEnd(tokens: readonly Token[], first: number, last: number): number {
  let end = last;
  while (end > first && /^[.,:;?!]$/u.test(tokens[end - 1]?.text ?? '')) end--;
  return end;
}

/** For each token the number of the quotation it stands in, or 0. */
function insideQuotes(tokens: readonly Token[], quoted: readonly Quoted[]): Uint16Array {
  const inside = new Uint16Array(tokens.length);
  let token = 0;
  let number = 0;
  for (const { start, end, depth } of quoted) {
    if (depth > 0) continue;
    number++;
    while (token < tokens.length && (tokens[token] as Token).start < start) token++;
    while (token < tokens.length && (tokens[token] as Token).end <= end) inside[token++] = number;
  }
  return inside;
}

/** Sentences, those that end inside one quotation joined. */
function joinQuoted({ sentences }: PlainParagraph, inside: Uint16Array): readonly Range[] {
  const joined: { first: number; last: number }[] = [];
  for (const { first, last } of sentences) {
    const previous = joined.at(-1);
    const number = inside[first] as number;
    if (previous && number > 0 && inside[first - 1] === number) previous.last = last;
    else joined.push({ first, last });
  }
  return joined;
}
