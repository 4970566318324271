import { BIAS, NO_WEIGHTS, ROW, ROW_WORDS, type SequenceModel } from './sequence.ts';

// A section holds: u32 length of a JSON head {labels, buckets, scale, kinds}, the head, the transitions as f32,
// a bit for each row that has weights, for each such row a u16 of the labels that have one, then the weights as i8.

interface Head {
  readonly labels: readonly string[];
  readonly buckets: number;
  readonly scale: number;
  readonly kinds: number;
}

/** A sequence model as it is learnt: ROW weights a bucket. */
export interface LearntModel extends Pick<SequenceModel, 'labels' | 'buckets' | 'transitions'> {
  readonly weights: Float32Array;
}

/** Reads a sequence model from a section of a model file, written by `packWeights`. */
export function unpackWeights(bytes: Uint8Array): SequenceModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headLength = view.getUint32(0, true);
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + headLength))) as Head;
  let offset = 4 + headLength;
  const width = head.labels.length;
  const transitions: Float32Array[] = [];
  for (let kind = 0; kind < head.kinds; kind++) {
    const table = new Float32Array((width + 1) * width);
    for (let i = 0; i < table.length; i++, offset += 4) table[i] = view.getFloat32(offset, true);
    transitions.push(table);
  }
  const rows = new Int32Array(head.buckets * ROW_WORDS).fill(NO_WEIGHTS);
  const bits = offset;
  const used = countBits(bytes, bits, head.buckets / 8);
  let masks = bits + head.buckets / 8;
  let values = masks + used * 2;
  for (let row = 0; row < head.buckets; row++) {
    if ((((bytes[bits + (row >> 3)] as number) >> (row & 7)) & 1) === 0) continue;
    let mask = (bytes[masks] as number) | ((bytes[masks + 1] as number) << 8);
    masks += 2;
    while (mask !== 0) {
      const label = 31 - Math.clz32(mask & -mask);
      const at = row * ROW_WORDS + (label >> 2);
      // Turning the highest bit of a weight of 8 bits over raises it by BIAS; it was BIAS before.
      rows[at] = (rows[at] as number) ^ ((bytes[values++] as number) << (8 * (label & 3)));
      mask &= mask - 1;
    }
  }
  return { labels: head.labels, buckets: head.buckets, scale: head.scale, rows, transitions };
}

function countBits(bytes: Uint8Array, start: number, length: number): number {
  let count = 0;
  for (let i = start; i < start + length; i++)
    for (let byte = bytes[i] as number; byte !== 0; byte &= byte - 1) count++;
  return count;
}

/** Writes a sequence model as a section; weights are rounded to 8 bits, those below `least` are dropped. */
export function packWeights(
  { weights, buckets, labels, transitions }: LearntModel,
  least: number,
): Uint8Array {
  const scale = findLargest(weights) / (BIAS - 1);
  const rows = new Uint8Array(buckets / 8);
  const masks: number[] = [];
  const values: number[] = [];
  for (let row = 0; row < buckets; row++) {
    let mask = 0;
    for (let y = 0; y < labels.length; y++) {
      const weight = weights[row * ROW + y] as number;
      const value = Math.max(-127, Math.min(127, Math.round(weight / scale)));
      if (value === 0 || Math.abs(weight) < least) continue;
      mask |= 1 << y;
      values.push(value);
    }
    if (mask === 0) continue;
    rows[row >> 3] = (rows[row >> 3] as number) | (1 << (row & 7));
    masks.push(mask);
  }
  const head: Head = { labels, buckets, scale, kinds: transitions.length };
  const headBytes = new TextEncoder().encode(JSON.stringify(head));
  const tables = Float32Array.from(transitions.flatMap((table) => [...table]));
  const parts = [
    new Uint8Array(Uint32Array.of(headBytes.length).buffer),
    headBytes,
    new Uint8Array(tables.buffer),
    rows,
    new Uint8Array(Uint16Array.from(masks).buffer),
    new Uint8Array(Int8Array.from(values).buffer),
  ];
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    out.set(part, offset);
    offset += part.length;
  }
  return out;
}

/** The size that all but one weight of ten thousand stay below; larger ones are cut to it. */
function findLargest(weights: Float32Array): number {
  const sizes = Float32Array.from(weights.filter((weight) => weight !== 0))
    .map(Math.abs)
    .sort();
  return sizes[Math.floor(sizes.length * 0.9999)] ?? 1;
}
