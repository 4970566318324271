import { type Model, section } from '../tagger/model.ts';
import { type Scorer, TABLE_BITS } from './scorer.ts';

/** The trained weights that read speech. */
export interface SpeechModel {
  /** Where the sentences of a scraped text began. */
  readonly boundaries: Scorer;
  /** Who reports what. */
  readonly reports: Scorer;
}

const known = new WeakMap<Model, SpeechModel>();

/** The part of a model that reads speech; throws an Error where the model has none. */
export function speechOf(model: Model): SpeechModel {
  const read = known.get(model);
  if (read) return read;
  const bytes = section(model, 'speech');
  const [boundaries, end] = unpackScorer(bytes, 0);
  const [reports] = unpackScorer(bytes, end);
  const speech = { boundaries, reports };
  known.set(model, speech);
  return speech;
}

const SIZE = 1 << TABLE_BITS;

// A table is its unit as f32, a bit for each weight that is not 0, and those weights as i8.
function unpackScorer(bytes: Uint8Array, offset: number): readonly [Scorer, number] {
  const unit = new DataView(bytes.buffer, bytes.byteOffset).getFloat32(offset, true);
  const bits = offset + 4;
  const weights = new Int8Array(SIZE);
  let next = bits + SIZE / 8;
  for (let i = 0; i < SIZE; i++)
    if (((bytes[bits + (i >> 3)] as number) >> (i & 7)) & 1) weights[i] = bytes[next++] as number;
  return [{ weights, unit }, next];
}

/** The section of a speech model, its weights rounded to 8 bits. */
export function packSpeech({ boundaries, reports }: SpeechModel): Uint8Array {
  const tables = [packScorer(boundaries), packScorer(reports)];
  const bytes = new Uint8Array(tables.reduce((sum, table) => sum + table.length, 0));
  bytes.set(tables[0] as Uint8Array);
  bytes.set(tables[1] as Uint8Array, (tables[0] as Uint8Array).length);
  return bytes;
}

function packScorer({ weights, unit }: Scorer): Uint8Array {
  const sizes = Float32Array.from(weights).map(Math.abs).sort();
  const largest = sizes[Math.floor(SIZE * 0.9999)] ?? 1;
  const rounded = Int8Array.from(weights, (weight) =>
    Math.max(-127, Math.min(127, Math.round((weight / largest) * 127))),
  );
  const values = rounded.filter((value) => value !== 0);
  const bytes = new Uint8Array(4 + SIZE / 8 + values.length);
  new DataView(bytes.buffer).setFloat32(0, (unit * largest) / 127, true);
  for (let i = 0; i < SIZE; i++)
    if (rounded[i] !== 0) bytes[4 + (i >> 3)] = (bytes[4 + (i >> 3)] as number) | (1 << (i & 7));
  bytes.set(new Uint8Array(values.buffer), 4 + SIZE / 8);
  return bytes;
}
