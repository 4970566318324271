import type { Span } from '../../text/span.ts';
import type { QuoteRecord } from '../records.ts';
import { type Figures, toFigures } from './figures.ts';
import { matchSpans, sharedLength } from './match.ts';
import type { Miss } from './scoreEntities.ts';

/** How well the quotes were found. */
export interface QuoteScore {
  /** The same words, quotation marks and closing punctuation aside; of the pairs that share a code unit. */
  readonly strict: Figures;
  /** Four fifths of the longer span shared. */
  readonly close: Figures;
  readonly relaxed: Figures;
  /** Over the code units inside of quotes. */
  readonly characters: Figures;
  /** The share of relaxed-matched gold quotes with a speaker whose predicted speaker overlaps it. */
  readonly speaker: { readonly accuracy: number; readonly of: number };
}

/** The quotes of one article. */
export interface Quotes {
  readonly text: string;
  readonly golds: readonly QuoteRecord[];
  readonly predictions: readonly QuoteRecord[];
}

/** Scores the quotes of all articles; `report` is told of each miss with its article's index. */
export function scoreQuotes(
  articles: readonly Quotes[],
  report: (article: number, miss: Miss) => void,
): QuoteScore {
  const count = { gold: 0, predicted: 0, strict: 0, close: 0, relaxed: 0, spoken: 0, attributed: 0 };
  const characters = { gold: 0, predicted: 0, both: 0 };
  for (const [index, { text, golds, predictions }] of articles.entries()) {
    count.gold += golds.length;
    count.predicted += predictions.length;
    addCharacters(characters, golds, predictions);
    const pairs = matchSpans(golds, predictions);
    for (const [i, gold] of golds.entries()) {
      const pair = pairs.get(i);
      const found = pair && predictions[pair.predicted];
      if (!found) {
        report(index, { fault: 'missed', type: 'QUOTE', span: gold });
        continue;
      }
      count.relaxed++;
      const longer = Math.max(gold.end - gold.start, found.end - found.start);
      if (pair.shared >= 0.8 * longer) count.close++;
      else report(index, { fault: 'span', type: 'QUOTE', span: gold, found });
      if (coreOf(text, gold) === coreOf(text, found)) count.strict++;
      if (!gold.speaker) continue;
      count.spoken++;
      if (found.speaker && sharedLength(gold.speaker, found.speaker) > 0) count.attributed++;
      else report(index, toSpeakerMiss(text, gold, gold.speaker, found));
    }
    const taken = new Set(Array.from(pairs.values(), ({ predicted }) => predicted));
    for (const [j, extra] of predictions.entries())
      if (!taken.has(j)) report(index, { fault: 'extra', type: 'QUOTE', span: extra });
  }
  const { gold, predicted, spoken } = count;
  return {
    strict: toFigures(count.strict, predicted, gold),
    close: toFigures(count.close, predicted, gold),
    relaxed: toFigures(count.relaxed, predicted, gold),
    characters: toFigures(characters.both, characters.predicted, characters.gold),
    speaker: { accuracy: spoken ? count.attributed / spoken : 0, of: spoken },
  };
}

function toSpeakerMiss(text: string, span: Span, wanted: Span, { speaker }: QuoteRecord): Miss {
  return {
    fault: 'speaker',
    type: 'QUOTE',
    span,
    wanted: text.slice(wanted.start, wanted.end),
    ...(speaker && { got: text.slice(speaker.start, speaker.end) }),
  };
}

/** The words of a span without marks and spaces at its ends. */
function coreOf(text: string, span: Span): string {
  const words = text.slice(span.start, span.end);
  let start = 0;
  let end = words.length;
  while (start < end && /[\s"'“”‘’«»,.]/u.test(words.charAt(start))) start++;
  while (start < end && /[\s"'“”‘’«»,.!?…-]/u.test(words.charAt(end - 1))) end--;
  return words.slice(start, end);
}

function addCharacters(
  sum: { gold: number; predicted: number; both: number },
  golds: readonly Span[],
  predictions: readonly Span[],
): void {
  const a = mergeSpans(golds);
  const b = mergeSpans(predictions);
  for (const { start, end } of a) sum.gold += end - start;
  for (const { start, end } of b) sum.predicted += end - start;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const gold = a[i] as Span;
    const predicted = b[j] as Span;
    sum.both += Math.max(0, sharedLength(gold, predicted));
    if (gold.end <= predicted.end) i++;
    else j++;
  }
}

/** The same code units as spans in order that do not overlap. */
function mergeSpans(spans: readonly Span[]): readonly Span[] {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of spans
    .filter((span) => span.start < span.end)
    .sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}
