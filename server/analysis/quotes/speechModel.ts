import { type Model, section } from '../tagger/model.ts';
import type { Form } from '../types.ts';
import type { BoundaryModel } from './boundaries.ts';
import { type BoundaryNet, KNOWN_ROWS } from './boundaryNet.ts';
import type { Scorer } from './scorer.ts';

/** The trained weights that read speech. */
export interface SpeechModel {
  /** Where the sentences of a scraped text began. */
  readonly boundaries: BoundaryModel;
  /** Who reports what, in each form of a text. */
  readonly reports: Readonly<Record<Form, Scorer>>;
}

const known = new WeakMap<Model, SpeechModel>();

/** The part of a model that reads speech; throws an Error where the model has none. */
export function speechOf(model: Model): SpeechModel {
  const read = known.get(model);
  if (read) return read;
  const speech = unpackSpeech(section(model, 'speech'));
  known.set(model, speech);
  return speech;
}

// The section holds the hashed tables of boundaries, of reports in edited and in scraped text, then the network: the length of its words as u32, the
// words on lines, and its tables. A table is its unit as f32, its length as u32, a bit for each number that is not 0,
// and those numbers as i8.

/** Reads what `packSpeech` wrote. */
export function unpackSpeech(bytes: Uint8Array): SpeechModel {
  const reader = { bytes, offset: 0 };
  const [wide, edited, scraped] = [readTable(reader), readTable(reader), readTable(reader)];
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(reader.offset, true);
  const from = reader.offset + 4;
  reader.offset = from + length;
  const list = new TextDecoder().decode(bytes.subarray(from, from + length)).split('\n');
  const rows = new Map(list.map((word, i) => [word, KNOWN_ROWS + i]));
  const net = { rows, ...readTables(reader) };
  return { boundaries: { net, wide, memory: { known: new Map() } }, reports: { edited, scraped } };
}

/** The tables of a network, in the order in which they are stored. */
const NET_TABLES = ['words', 'places', 'bias', 'gates', 'gateBias', 'states', 'outputs'] as const;

function readTables(reader: Reader): Omit<BoundaryNet, 'rows'> {
  const tables: Partial<Record<(typeof NET_TABLES)[number], Float32Array>> = {};
  for (const name of NET_TABLES) tables[name] = toNumbers(readTable(reader));
  return tables as Omit<BoundaryNet, 'rows'>;
}

interface Reader {
  readonly bytes: Uint8Array;
  offset: number;
}

function readTable(reader: Reader): Scorer {
  const { bytes, offset } = reader;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const weights = new Int8Array(view.getUint32(offset + 4, true));
  const bits = offset + 8;
  let next = bits + Math.ceil(weights.length / 8);
  for (let i = 0; i < weights.length; i++)
    if (((bytes[bits + (i >> 3)] as number) >> (i & 7)) & 1) weights[i] = bytes[next++] as number;
  reader.offset = next;
  return { weights, unit: view.getFloat32(offset, true) };
}

function toNumbers({ weights, unit }: Scorer): Float32Array {
  const numbers = new Float32Array(weights.length);
  for (let i = 0; i < numbers.length; i++) numbers[i] = (weights[i] as number) * unit;
  return numbers;
}

/** The section of a speech model, its weights rounded to 8 bits. */
export function packSpeech({ boundaries: { net, wide }, reports }: SpeechModel): Uint8Array {
  const list = new TextEncoder().encode([...net.rows.keys()].join('\n'));
  const parts = [
    packTable(wide.weights, wide.unit),
    packTable(reports.edited.weights, reports.edited.unit),
    packTable(reports.scraped.weights, reports.scraped.unit),
    new Uint8Array(Uint32Array.of(list.length).buffer),
    list,
    ...NET_TABLES.map((name) => packTable(net[name], 1)),
  ];
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return bytes;
}

function packTable(weights: Scorer['weights'], unit: number): Uint8Array {
  const sizes = Float32Array.from(weights).map(Math.abs).sort();
  // The few largest numbers are cut, so that the others keep more of their precision.
  const largest = sizes[Math.floor((sizes.length - 1) * 0.9999)] || 1;
  const rounded = Int8Array.from(weights, (weight) =>
    Math.max(-127, Math.min(127, Math.round((weight / largest) * 127))),
  );
  const values = rounded.filter((value) => value !== 0);
  const head = 8 + Math.ceil(rounded.length / 8);
  const bytes = new Uint8Array(head + values.length);
  const view = new DataView(bytes.buffer);
  view.setFloat32(0, (unit * largest) / 127, true);
  view.setUint32(4, rounded.length, true);
  rounded.forEach((value, i) => {
    if (value !== 0) bytes[8 + (i >> 3)] = (bytes[8 + (i >> 3)] as number) | (1 << (i & 7));
  });
  bytes.set(new Uint8Array(values.buffer), head);
  return bytes;
}
