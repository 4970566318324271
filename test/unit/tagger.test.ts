import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readModel, section } from '../../server/analysis/tagger/model.ts';
import { scoreFeatures } from '../../server/analysis/tagger/scores.ts';
import { createLattice, decode, findLikely, ROW } from '../../server/analysis/tagger/sequence.ts';
import { type LearntModel, packWeights, unpackWeights } from '../../server/analysis/tagger/weights.ts';
import { createWordTable } from '../../server/analysis/tagger/wordTable.ts';
import { createCrf } from '../../server/training/crf.ts';
import { writeModel } from '../../server/training/modelFile.ts';
import { createRandom } from '../../server/training/random.ts';

const LABELS = ['O', 'B-X', 'I-X'];

test('a model file gives its sections back, also out of several files', () => {
  const one = writeModel(new Map([['a', Uint8Array.of(1, 2, 3)]]));
  const two = writeModel(new Map([['b', new Uint8Array()]]));
  const model = readModel(one, two);
  assert.deepEqual([...section(model, 'a')], [1, 2, 3]);
  assert.equal(section(model, 'b').length, 0);
});

test('what is no model file or misses a part is refused with words', () => {
  assert.throws(() => readModel(new Uint8Array(10)), /no model file/u);
  const file = writeModel(new Map([['a', Uint8Array.of(1, 2, 3)]]));
  assert.throws(() => readModel(file.subarray(0, file.length - 1)), /ends within "a"/u);
  assert.throws(() => section(readModel(file), 'names'), /no section "names"/u);
});

test('packed weights come back within half a step', () => {
  const random = createRandom(1);
  const buckets = 64;
  const weights = Float32Array.from({ length: buckets * ROW }, (_, i) =>
    i % ROW < LABELS.length && random() < 0.5 ? random() * 2 - 1 : 0,
  );
  const transitions = [new Float32Array((LABELS.length + 1) * LABELS.length).fill(0.5)];
  const model: LearntModel = { labels: LABELS, buckets, weights, transitions };
  const back = unpackWeights(packWeights(model, 0));
  assert.deepEqual(back.transitions, transitions);
  const lattice = createLattice();
  for (let row = 0; row < buckets; row++) {
    // The hash of a bucket below 2^17 is its number; bucket 0 is no feature.
    scoreFeatures(back, lattice, Int32Array.of(row), 1, 1);
    for (let y = 0; row > 0 && y < LABELS.length; y++)
      assert.ok(Math.abs((weights[row * ROW + y] as number) - (lattice.scores[y] as number)) <= back.scale);
  }
});

test('a sequence model learns what stands before a name and how names go on', () => {
  const random = createRandom(2);
  const crf = createCrf({
    labels: LABELS,
    buckets: 1 << 12,
    kinds: 1,
    rate: 0.3,
    calm: 0.01,
    dropout: 0,
    identity: new Set(),
    identityDropout: 0,
    decay: 0,
    random,
  });
  // Words are numbers; 7 opens a name, and all words above 50 go on with it.
  const read = (words: readonly number[]): Int32Array =>
    Int32Array.from(words.flatMap((word, i) => [word * 31 + 1, ((words[i - 1] ?? 0) + 1) * 1009]));
  const sentence = (): number[] =>
    [1, 2, 7, 60 + Math.floor(random() * 9), 70, 3, 60].slice(random() < 0.5 ? 0 : 1);
  const right = (words: readonly number[]): Uint16Array => {
    const from = words.indexOf(7);
    return Uint16Array.from(words, (_, i) => (i === from + 1 ? 2 : i === from + 2 ? 4 : 1));
  };
  for (let i = 0; i < 300; i++) {
    const words = sentence();
    crf.learn({
      features: read(words),
      slots: 2,
      count: words.length,
      allowed: right(words),
      kind: 0,
      weight: 1,
    });
  }
  const words = [2, 1, 7, 65, 70, 3];
  const lattice = createLattice();
  const model = unpackWeights(packWeights(crf.model, 0));
  scoreFeatures(model, lattice, read(words), 2, words.length);
  findLikely(lattice, LABELS.length, words.length);
  assert.deepEqual([...decode(model, lattice, words.length, 0)], [0, 0, 0, 1, 2, 0]);
});

test('a table of words holds what a map holds', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), (hashes) => {
      const table = createWordTable(1);
      const counts = new Map<number, number>();
      for (const hash of hashes) {
        const row = table.add(hash);
        table.values()[row] = (table.values()[row] as number) + 1;
        counts.set(hash, (counts.get(hash) ?? 0) + 1);
      }
      assert.equal(table.size(), counts.size);
      for (const [hash, count] of counts) assert.equal(table.values()[table.find(hash)], count);
    }),
  );
});
