import { fromBratName, readValue } from './names.ts';

/** A line that says something of one text-bound line, or of two; `value` as it is written. */
export type BratLine =
  | { readonly kind: 'attribute'; readonly target: string; readonly key: string; readonly value: string }
  | {
      readonly kind: 'reference';
      readonly target: string;
      readonly key: string;
      readonly value: string;
      readonly words: string;
    }
  | { readonly kind: 'relation'; readonly from: string; readonly to: string; readonly role: string }
  | { readonly kind: 'note'; readonly target: string; readonly note: string }
  | { readonly kind: 'same'; readonly targets: readonly string[] };

const ATTRIBUTE = /^[AM]\S*\t(?<key>\S+) (?<target>\S+)(?: (?<value>\S+))?$/u;
const REFERENCE =
  /^N\S*\tReference (?<target>\S+) (?<resource>[^\s:]+):(?<value>[^\t]*)(?:\t(?<words>.*))?$/su;
const RELATION = /^R\S*\t(?<role>\S+) Arg1:(?<from>\S+) Arg2:(?<to>\S+)\s*$/u;
const NOTE = /^#\S*\tAnnotatorNotes (?<target>\S+)\t(?<note>.*)$/su;
const SAME = /^\*\tEquiv(?<targets>(?: \S+){2,})$/u;

/** What a line of brat other than a text-bound one says; undefined where that is not understood. */
export function parseBratLine(line: string): BratLine | undefined {
  const attribute = ATTRIBUTE.exec(line)?.groups;
  if (attribute) {
    const { key = '', target = '', value = 'true' } = attribute;
    return { kind: 'attribute', target, key: fromBratName(key), value };
  }
  const reference = REFERENCE.exec(line)?.groups;
  if (reference) {
    const { target = '', resource = '', value = '', words = '' } = reference;
    const key = resource === 'ISO3166' ? 'code' : fromBratName(resource);
    return { kind: 'reference', target, key, value: readValue(value), words };
  }
  const relation = RELATION.exec(line)?.groups;
  if (relation) {
    const { role = '', from = '', to = '' } = relation;
    return { kind: 'relation', from, to, role: fromBratName(role) };
  }
  const note = NOTE.exec(line)?.groups;
  if (note) return { kind: 'note', target: note.target ?? '', note: note.note ?? '' };
  const same = SAME.exec(line)?.groups;
  if (same) return { kind: 'same', targets: (same.targets ?? '').trim().split(' ') };
  return undefined;
}

/** The ids of lines that a line speaks of; not what looks like one in a value, a note or a name. */
export function idsIn(line: string): readonly string[] {
  const body = line.split('\t')[1] ?? '';
  const said = /^[AMN]/u.test(line) ? body.split(' ').slice(0, 2).join(' ') : body;
  return said.match(/(?<![^\s:])[TEARMN]\d+(?!\S)/gu) ?? [];
}

/** The id at the head of a line. */
export function idOf(line: string): string {
  const end = line.indexOf('\t');
  return end === -1 ? line : line.slice(0, end);
}
