import { splitSentences } from '../../text/sentences.ts';
import { splitTokens } from '../../text/tokens.ts';
import type { Reading, ReadParagraph } from '../reading.ts';
import { type Contribution, findContribution } from './documentNames.ts';
import { type FirstPass, type FirstTagger, readFirst } from './firstPass.ts';
import { NAME_KINDS } from './nameLabels.ts';

/** Tokens on each side of a cut that are read once more together, and of them those that take what is read then. */
const WINDOW = 14;
const TAKEN = 7;

/** The first pass over a paragraph, mended where it was cut off its neighbours. */
export interface Mended {
  readonly first: FirstPass;
  readonly contribution: Contribution;
}

interface Neighbours {
  readonly tagger: FirstTagger;
  readonly before: Reading | undefined;
  readonly after: Reading | undefined;
  readonly mended: Mended;
}

const remembered = new WeakMap<Reading, Neighbours>();

/**
 * A long line is cut between any two words. The tokens beside a cut are read again with what stands behind it, so that
 * what is found does not hang on where the cut is. Remembered for each paragraph with its neighbours of the same line.
 */
export function mendCuts(tagger: FirstTagger, paragraphs: readonly ReadParagraph[]): readonly Mended[] {
  return paragraphs.map(({ reading, continues }, i) => {
    const before = continues ? paragraphs[i - 1]?.reading : undefined;
    const after = paragraphs[i + 1]?.continues ? paragraphs[i + 1]?.reading : undefined;
    if (!before && !after) return reading.names;
    const known = remembered.get(reading);
    if (known && known.tagger === tagger && known.before === before && known.after === after)
      return known.mended;
    const mended = mend(tagger, reading, before, after);
    remembered.set(reading, { tagger, before, after, mended });
    return mended;
  });
}

function mend(
  tagger: FirstTagger,
  reading: Reading,
  before: Reading | undefined,
  after: Reading | undefined,
): Mended {
  const { first } = reading.names;
  const copy: FirstPass = {
    ...first,
    cues: first.cues.slice(),
    labels: first.labels.slice(),
    shares: first.shares.slice(),
    scores: first.scores.slice(),
  };
  const taken = Math.min(TAKEN, first.count);
  if (before) {
    const [window, middle] = readAcross(tagger, before, reading);
    if (window.kind === first.kind) take(copy, 0, window, middle, taken);
  }
  if (after) {
    const [window, middle] = readAcross(tagger, reading, after);
    if (window.kind === first.kind) take(copy, first.count - taken, window, middle - taken, taken);
  }
  return { first: copy, contribution: findContribution(copy) };
}

/** Reads the end of one piece with the beginning of the next; gives how many tokens the end has. */
function readAcross(tagger: FirstTagger, left: Reading, right: Reading): [FirstPass, number] {
  const end = left.text.slice(left.tokens[Math.max(0, left.tokens.length - WINDOW)]?.start ?? 0);
  const beginning = right.text.slice(0, right.tokens[Math.min(WINDOW, right.tokens.length) - 1]?.end ?? 0);
  const text = `${end} ${beginning}`;
  const tokens = splitTokens(text);
  const first = readFirst(tagger, { text, form: left.form, tokens, sentences: splitSentences(tokens) });
  return [first, tokens.findIndex(({ start }) => end.length < start)];
}

function take(into: FirstPass, at: number, from: FirstPass, fromAt: number, count: number): void {
  // Where the words were cut otherwise in the window, the piece keeps what it has.
  for (let i = 0; i < count; i++) if (into.hashes[at + i] !== from.hashes[fromAt + i]) return;
  const width = into.scores.length / Math.max(1, into.count);
  copyRows(into.scores, at, from.scores, fromAt, count, width);
  copyRows(into.shares, at, from.shares, fromAt, count, NAME_KINDS.length);
  copyRows(into.labels, at, from.labels, fromAt, count, 1);
  copyRows(into.cues, at, from.cues, fromAt, count, 1);
}

function copyRows(
  into: Float32Array | Uint8Array,
  at: number,
  from: Float32Array | Uint8Array,
  fromAt: number,
  count: number,
  width: number,
): void {
  into.set(from.subarray(fromAt * width, (fromAt + count) * width), at * width);
}
