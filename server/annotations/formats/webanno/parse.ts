import type { TextFile } from '../annotation.ts';
import { Malformed } from '../malformed.ts';
import { unescapeCell } from './escape.ts';

/** A kind of annotations as the head of a file declares it, with its columns behind the first three. */
export interface Layer {
  readonly header: string;
  readonly type: 'SP' | 'CH' | 'RL';
  readonly name: string;
  readonly features: readonly string[];
  /** Of relations the layer that they join. */
  readonly base: string;
  readonly from: number;
  readonly to: number;
}

/** A token, or a piece of one. */
export interface Unit {
  readonly line: number;
  readonly address: string;
  readonly start: number;
  readonly end: number;
  readonly cells: readonly string[];
}

export interface Sentence {
  readonly text: string;
  readonly units: readonly Unit[];
}

export interface Parsed {
  readonly layers: readonly Layer[];
  readonly sentences: readonly Sentence[];
  readonly text: string;
}

/** Reads the lines of WebAnno TSV 3 (https://inception-project.github.io, user guide, appendix); throws `Malformed`. */
export function parseWebanno({ name, content }: TextFile): Parsed {
  const fail = (line: number, reason: string): never => {
    throw new Malformed(name, line, reason);
  };
  const lines = content
    .replace(/^\ufeff/u, '')
    .split('\n')
    .map((line) => line.replace(/\r$/u, ''));
  if (!/^#FORMAT=WebAnno TSV 3(?:\.\d)?$/u.test(lines[0] ?? ''))
    return fail(1, 'its first line is not #FORMAT=WebAnno TSV 3.3');
  const layers: Layer[] = [];
  let i = 1;
  for (; lines[i]?.startsWith('#T_'); i++) {
    const layer = parseHeader(lines[i] ?? '', layers.at(-1)?.to ?? 0);
    if (!layer) return fail(i + 1, 'not of the form #T_SP=layer|feature|…');
    layers.push(layer);
  }
  const columns = layers.at(-1)?.to ?? 0;
  const sentences: { texts: string[]; units: Unit[] }[] = [];
  for (; i < lines.length; i++) {
    const line = lines[i] ?? '';
    if (line === '' || line.startsWith('#Sentence.')) continue;
    if (line.startsWith('#Text=')) {
      const open = sentences.at(-1);
      if (open && open.units.length === 0) open.texts.push(line.slice(6));
      else sentences.push({ texts: [line.slice(6)], units: [] });
      continue;
    }
    const groups = UNIT.exec(line)?.groups;
    if (!groups) return fail(i + 1, 'not of the form 1-1⇥0-4⇥word⇥…');
    const cells = (groups.cells ?? '').split('\t').slice(1);
    if (cells.length === columns + 1 && cells.at(-1) === '') cells.pop();
    if (cells.length !== columns)
      return fail(i + 1, `it has ${cells.length} columns, the head of the file ${columns}`);
    const [start, end] = [Number(groups.start), Number(groups.end)];
    const unit = { line: i + 1, address: groups.address ?? '', start, end, cells };
    const sentence = sentences.at(-1);
    if (!sentence) return fail(i + 1, 'there is no #Text= before it');
    const from = sentence.units[0]?.start ?? start;
    const words = sentence.texts
      .map(unescapeCell)
      .join('\n')
      .slice(start - from, end - from);
    if (words !== unescapeCell(groups.words ?? '')) return fail(i + 1, `the text has “${words}” there`);
    sentence.units.push(unit);
  }
  return { layers, ...joinText(name, sentences) };
}

const UNIT =
  /^(?<address>\d+-\d+(?:\.\d+)?)\t(?<start>\d{1,15})-(?<end>\d{1,15})\t(?<words>[^\t]*)(?<cells>(?:\t[^\t]*)*)$/su;

/** A line of the head, with its columns behind those before it; undefined where it is none. */
export function parseHeader(line: string, from: number): Layer | undefined {
  const groups = /^#T_(?<type>SP|CH|RL)=(?<rest>.+)$/u.exec(line)?.groups;
  if (!groups) return undefined;
  const [name = '', ...rest] = (groups.rest ?? '').split('|');
  const features = rest.filter((own) => own !== '' && !own.startsWith('BT_'));
  const base = rest.find((own) => own.startsWith('BT_'))?.slice(3) ?? '';
  const type = groups.type === 'RL' ? 'RL' : groups.type === 'CH' ? 'CH' : 'SP';
  const columns = Math.max(1, features.length) + (type === 'RL' ? 1 : 0);
  return { header: line, type, name, features, base, from, to: from + columns };
}

/** The text of the sentences; what stood between two of them is not told, and becomes line feeds. */
function joinText(
  file: string,
  sentences: readonly { readonly texts: readonly string[]; readonly units: readonly Unit[] }[],
): Pick<Parsed, 'sentences' | 'text'> {
  let text = '';
  const joined = sentences.map(({ texts, units }) => {
    const own = texts.map(unescapeCell).join('\n');
    const [first] = units;
    const gap = (first?.start ?? text.length) - text.length;
    // The white space between two sentences may be told with the first of them, and is not there twice.
    if (gap < 0)
      throw new Malformed(file, first?.line ?? 1, 'its sentence begins inside of the one before it');
    if (gap > MOST) throw new Malformed(file, first?.line ?? 1, 'it begins too far behind the one before it');
    text += '\n'.repeat(gap) + own;
    return { text: own, units };
  });
  return { sentences: joined, text };
}

/** No two sentences are farther apart, in code units. */
const MOST = 1_000_000;
