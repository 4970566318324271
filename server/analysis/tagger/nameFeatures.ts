import { ALONE, ALONE_IDENTITY, type Appearance, PLACES } from './appearances.ts';
import { join } from './hash.ts';
import type { ParagraphView } from './paragraphView.ts';
import { SHAPES } from './shapes.ts';

/** Features of a token that hang on several words at most. */
export const TOGETHER_SLOTS = 37;

/** Features a token at most: of each word alone, further words twice, and of several words. */
export const SLOTS = (ALONE.at(-1) as number) + 2 + TOGETHER_SLOTS;

/** Slots whose features know the word itself, for the training to hide. */
export const IDENTITY_SLOTS: readonly number[] = [
  ...ALONE_IDENTITY,
  SLOTS - TOGETHER_SLOTS,
  SLOTS - TOGETHER_SLOTS + 1,
];

/** The words beside a token that have features of their own: distance and place. */
export const NEIGHBOURS: readonly (readonly [number, number])[] = [
  [0, PLACES.here],
  [-1, PLACES.before],
  [1, PLACES.after],
  [-2, PLACES.twoBefore],
  [2, PLACES.twoAfter],
  [-3, PLACES.left],
  [-4, PLACES.left],
  [3, PLACES.right],
  [4, PLACES.right],
];

/** What speaks for a label at each token, SLOTS hashes a token and 0 for none: for the training. Dull tokens have none. */
export function findFeatures(view: ParagraphView): Int32Array {
  const features = new Int32Array(view.count * SLOTS);
  for (let i = 0; i < view.count; i++) {
    if (view.dull?.[i] === 1) continue;
    let at = i * SLOTS;
    for (const [distance, place] of NEIGHBOURS) {
      const { alone } = view.appearances[i + distance] ?? view.none;
      for (let k = ALONE[place] as number; k < (ALONE[place + 1] as number); k++)
        features[at++] = alone[k] as number;
    }
    addTogether(view, i, features, at);
  }
  return features;
}

/** Hashes of what several words say together of a token, TOGETHER_SLOTS of them from `at` on, 0 for none. */
export function addTogether(view: ParagraphView, i: number, features: Int32Array, at: number): void {
  const { appearances, phrases, none } = view;
  const here = appearances[i] as Appearance;
  const before = appearances[i - 1] ?? none;
  const after = appearances[i + 1] ?? none;
  const w = here.word;
  const a = before.word;
  const b = after.word;
  const aa = (appearances[i - 2] ?? none).word;
  const bb = (appearances[i + 2] ?? none).word;
  const { shape, name } = here;
  const phrase = phrases[i] as number;
  features[at] = hash(0, a.hash, w.hash);
  features[at + 1] = hash(1, w.hash, b.hash);
  features[at + 2] = hash(2, a.hash, b.hash);
  features[at + 3] = hash(3, aa.hash, a.hash);
  features[at + 4] = hash(4, b.hash, bb.hash);
  features[at + 5] = hash(5, a.hash, shape);
  features[at + 6] = hash(6, b.hash, shape);
  features[at + 7] = hash(7, a.hash, name);
  features[at + 8] = hash(8, b.hash, name);
  features[at + 9] = hash(9, a.hash, w.placeClass);
  features[at + 10] = hash(10, a.hash, w.look);
  features[at + 11] = hash(11, b.hash, w.look);
  const shapesBefore = join(before.shape, shape);
  features[at + 12] = hash(12, before.shape, shape);
  features[at + 13] = hash(13, shape, after.shape);
  features[at + 14] = hash(14, shapesBefore, after.shape);
  const names = join(before.name, name);
  features[at + 15] = hash(15, before.name, name);
  features[at + 16] = hash(16, name, after.name);
  features[at + 17] = hash(17, names, after.name);
  features[at + 18] = hash(18, a.placeClass, b.placeClass);
  features[at + 19] = hash(19, join(a.wordClass, w.wordClass), b.wordClass);
  features[at + 20] = hash(20, a.wordClass, name);
  features[at + 21] = hash(21, b.wordClass, name);
  features[at + 22] = hash(22, w.suffix3, join(before.name, before.shape));
  features[at + 23] = hash(23, w.suffix2, join(after.name, after.shape));
  features[at + 24] = hash(24, join(a.look, w.look), shape);
  features[at + 25] = hash(25, join(w.look, b.look), shape);
  features[at + 26] = hash(26, join(a.look, w.look), b.look);
  // What most tokens have nothing of is left out there.
  const besides = join(phrases[i - 1] ?? 0, phrases[i + 1] ?? 0);
  const hasPhrase = phrase !== 0;
  features[at + 27] = hasPhrase ? hash(27, phrase, view.kind) : 0;
  features[at + 28] = hasPhrase ? hash(28, phrase, name) : 0;
  features[at + 29] = besides !== 0 ? hash(29, besides, view.kind) : 0;
  const titled = a.title !== 0;
  features[at + 30] = titled ? hash(30, a.title, join(name, shape)) : 0;
  features[at + 31] = titled ? hash(31, a.title, after.shape) : 0;
  features[at + 32] = titled || aa.title !== 0 ? hash(32, join(a.title, aa.title), w.title) : 0;
  const spoken = a.speech + b.speech > 0;
  features[at + 33] = spoken ? hash(33, a.speech + 2 * b.speech, join(name, shape)) : 0;
  features[at + 34] = b.speech + bb.speech > 0 ? hash(34, b.speech + 2 * bb.speech, w.look) : 0;
  // Across a hyphen or an apostrophe the neighbours are the words behind it.
  const hyphenBefore = a.shape === SHAPES.hyphen;
  const hyphenAfter = b.shape === SHAPES.hyphen;
  const isJoined = hyphenBefore || hyphenAfter;
  features[at + 35] = isJoined
    ? hash(35, hyphenBefore ? aa.nameClass : 0, hyphenAfter ? bb.nameClass : 0)
    : 0;
  features[at + 36] = isJoined
    ? hash(36, w.nameClass, join((appearances[i - 2] ?? none).shape, (appearances[i + 2] ?? none).shape))
    : 0;
}

/** A number for a pair of values in a slot; never 0. */
function hash(slot: number, a: number, b: number): number {
  return join(slot + 101, join(a, b)) | 1;
}
