import { type BoundaryModel, guessBoundaries } from '../../analysis/quotes/boundaries.ts';
import { addCueFeatures, type CueCandidate, findCues, type Range } from '../../analysis/quotes/cues.ts';
import { addFarClause, startRun } from '../../analysis/quotes/farClause.ts';
import { addNearClause, readAround } from '../../analysis/quotes/nearClause.ts';
import { addOwnerFeatures, type Owner, ownersOf, type QuotedWords } from '../../analysis/quotes/owners.ts';
import { followRun } from '../../analysis/quotes/picks.ts';
import { farClause, farSpeaker, nearClause, nearSpeaker, type Side } from '../../analysis/quotes/places.ts';
import { firstWordFrom, toQuotedWords } from '../../analysis/quotes/reports.ts';
import { chance, type Features, type Scorer, score } from '../../analysis/quotes/scorer.ts';
import { addFarSpeaker, addNearSpeaker } from '../../analysis/quotes/speakerFeatures.ts';
import { markVoice, splitWords, toSpan, type Words } from '../../analysis/quotes/words.ts';
import { overlaps, type Span } from '../../text/span.ts';
import type { GoldQuote, SpeechParagraph } from './documents.ts';
import type { ExamplePool } from './rankers.ts';

/** A paragraph with its words, cues and what the gold says of them, in words. */
export interface Lesson {
  readonly paragraph: SpeechParagraph;
  readonly words: Words;
  readonly cues: readonly CueCandidate[];
  /** For each cue the quotations that it reports. */
  readonly reported: readonly (readonly GoldQuote[])[];
}

/** Reads a paragraph as the detector does, and finds the cues that the gold names. */
export function toLesson(
  boundaries: BoundaryModel,
  paragraph: SpeechParagraph,
  labels: Uint8Array,
  features: Features,
): Lesson {
  const words = splitWords(paragraph, paragraph.paired, labels);
  if (words.scraped) guessBoundaries(boundaries, words, features);
  const cues = findCues(words);
  const reported = cues.map((cue) => {
    const span = toSpan(words, cue);
    return paragraph.quotes.filter((quote) => quote.cue && overlaps(quote.cue, span));
  });
  return { paragraph, words, cues, reported };
}

/** Which candidates are cues. */
export function addCueExamples(pool: ExamplePool, { words, cues, reported }: Lesson, weight = 1): void {
  cues.forEach((cue, i) => {
    pool.add(
      [(features) => addCueFeatures(features, words, cue)],
      () => (reported[i] ?? []).length > 0,
      weight,
    );
  });
}

/** Who owns the quotations in marks. `reports` says how sure the cues are. */
export function addOwnerExamples(
  pool: ExamplePool,
  lesson: Lesson,
  reports: Scorer,
  features: Features,
): void {
  const { paragraph, words, cues, reported } = lesson;
  const sureness = cues.map((cue) => {
    addCueFeatures(features, words, cue);
    return Math.min(7, Math.floor(chance(score(reports, features)) * 8));
  });
  for (const quoted of paragraph.paired) {
    const range = toQuotedWords(paragraph.text, words, quoted);
    if (range.first === range.last) continue;
    const owners = ownersOf(words, cues, range);
    const right = rightOwner(lesson, quoted, range, owners, reported);
    if (right === undefined) continue;
    pool.add(
      owners.map((owner) => (into: Features) => addOwnerFeatures(into, words, cues, sureness, range, owner)),
      (i) => owners[i] === right,
    );
  }
}

function rightOwner(
  { paragraph, words, cues }: Lesson,
  quoted: Span,
  range: QuotedWords,
  owners: readonly Owner[],
  reported: Lesson['reported'],
): Owner | undefined {
  const gold = paragraph.quotes.find(
    (quote) =>
      quote.kind !== 'indirect' &&
      Math.min(quote.end, quoted.end) - Math.max(quote.start, quoted.start) >
        0.6 * (quoted.end - quoted.start),
  );
  if (!gold) return 'nobody';
  const cue = cues.findIndex((_, i) => reported[i]?.includes(gold));
  if (cue !== -1) return owners.includes(cue) && words.inside[cues[cue]?.first ?? 0] === 0 ? cue : undefined;
  if (!gold.cue) return 'earlier';
  if (gold.cue.end <= 0) return 'earlier';
  return gold.cue.start >= paragraph.text.length ? 'later' : range.first === 0 ? 'earlier' : undefined;
}

/** Where the speakers and the clauses of the cues begin and end. */
export function addPointerExamples(pool: ExamplePool, lesson: Lesson, weight = 1): void {
  const { words, cues, reported } = lesson;
  for (const [gold] of reported) {
    const range = gold?.speaker && toRange(words, gold.speaker);
    if (range) markVoice(words, range);
  }
  cues.forEach((cue, i) => {
    const quotes = reported[i] ?? [];
    if (quotes.length === 0) return;
    const gold = quotes.find(({ speaker }) => speaker)?.speaker;
    const range = gold && toRange(words, gold);
    const speaker = addSpeakerExamples(pool, words, cue, range, weight);
    for (const side of ['left', 'right'] as const)
      addClauseExamples(pool, words, cue, speaker, side, quotes, weight);
  });
}

/** Gives back the speaker if it is within reach. */
function addSpeakerExamples(
  pool: ExamplePool,
  words: Words,
  cue: CueCandidate,
  gold: Range | undefined,
  weight: number,
): Range | undefined {
  const places = nearSpeaker(words, cue);
  const side: Side = gold && gold.first >= cue.last ? 'right' : 'left';
  const near = gold && (side === 'left' ? gold.last : gold.first);
  const right = places.findIndex(([s, place]) => s === side && place === near);
  pool.add(
    [
      (features) => addNearSpeaker(features, words, cue, 'left', undefined),
      ...places.map(
        ([s, place]) =>
          (features: Features) =>
            addNearSpeaker(features, words, cue, s, place),
      ),
    ],
    (i) => i === right + 1,
    weight,
  );
  if (!gold || near === undefined || right === -1) return undefined;
  const far = side === 'left' ? gold.first : gold.last;
  const fars = farSpeaker(words, cue, side, near);
  if (fars.includes(far))
    pool.add(
      fars.map((place) => (features) => addFarSpeaker(features, words, cue, side, near, place)),
      (i) => fars[i] === far,
      weight,
    );
  return gold;
}

function addClauseExamples(
  pool: ExamplePool,
  words: Words,
  cue: CueCandidate,
  speaker: Range | undefined,
  side: Side,
  quotes: readonly GoldQuote[],
  weight: number,
): void {
  const own = quotes
    .flatMap((quote) => {
      const range = toRange(words, quote);
      return range ? [{ ...range, kind: quote.kind }] : [];
    })
    .filter(({ first, last }) => (side === 'left' ? last <= cue.first : first >= cue.last))
    .sort((a, b) => (side === 'left' ? b.last - a.last : a.first - b.first));
  const places = nearClause(words, cue, side);
  const around = readAround(words, cue, speaker);
  const nearest = own[0];
  const alternatives = [
    (features: Features) => addNearClause(features, words, cue, speaker, around, side, undefined),
    ...places.map(
      (place) => (features: Features) => addNearClause(features, words, cue, speaker, around, side, place),
    ),
  ];
  if (!nearest) {
    pool.add(alternatives, (i) => i === 0, weight);
    return;
  }
  const near = side === 'left' ? nearest.last : nearest.first;
  if (nearest.kind === 'mixed') {
    // The clause around a quoted piece is not known: it begins between the cue and the piece.
    const within = (place: number): boolean => (side === 'left' ? place >= near : place <= near);
    if (places.some(within)) pool.add(alternatives, (i) => i > 0 && within(places[i - 1] as number), weight);
    return;
  }
  if (!places.includes(near)) {
    // Another sentence: nothing that this cue's own can show.
    if (!words.scraped) pool.add(alternatives, (i) => i === 0, weight);
    return;
  }
  pool.add(alternatives, (i) => i > 0 && places[i - 1] === near, weight);
  const far = farEnd(words, own, side);
  const fars = farClause(words, cue, side, near);
  if (!fars.includes(far)) return;
  // Each place's features hold what lies between the edges, so the run is followed as the detector follows it.
  const run = startRun();
  let from = near;
  pool.add(
    fars.map((place) => (features) => {
      from = followRun(run, words, side, near, from, place);
      addFarClause(features, words, cue, speaker, side, near, place, run);
    }),
    (i) => fars[i] === far,
    weight,
  );
}

/** In scraped text quotations that touch are one. */
function farEnd(words: Words, own: readonly (Range & { readonly kind: string })[], side: Side): number {
  let nearest = own[0] as Range;
  for (const next of own.slice(1)) {
    const touches = side === 'left' ? nearest.first - next.last : next.first - nearest.last;
    if (!words.scraped || touches < 0 || touches > 1) break;
    nearest = { first: Math.min(nearest.first, next.first), last: Math.max(nearest.last, next.last) };
  }
  return side === 'left' ? nearest.first : nearest.last;
}

function toRange(words: Words, span: Span): Range | undefined {
  if (span.end <= 0 || span.start >= (words.spans.at(-1)?.end ?? 0)) return undefined;
  const first = firstWordFrom(words, span.start);
  const last = firstWordFrom(words, span.end);
  return first < last ? { first, last } : undefined;
}
