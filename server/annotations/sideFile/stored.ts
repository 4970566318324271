import { readHistory } from '../adjudication/said.ts';
import type { Quoted } from '../kept.ts';
import type { Mark, Verdict } from '../mark.ts';
import { count, isObject, type JsonObject, objectsIn, text } from './json.ts';

/** A mark as its line in a side file says: its places by words and surroundings, and where they were. */
export interface StoredMark {
  readonly judgement: Omit<Mark, 'start' | 'end' | 'parts'>;
  readonly place: StoredPlace;
  readonly parts: Readonly<Record<string, StoredPlace>>;
}

export interface StoredPlace {
  readonly quoted: Quoted;
  /** In code points, end exclusive. */
  readonly start: number;
  readonly end: number;
}

/** The names of what W3C's model has no word for. */
export const FIELDS = {
  version: 'newsmark:version',
  verdict: 'newsmark:verdict',
  attributes: 'newsmark:attributes',
  unsure: 'newsmark:unsure',
  detached: 'newsmark:detached',
  role: 'newsmark:role',
  history: 'newsmark:history',
  rest: 'newsmark:rest',
} as const;

/** Every verdict there is. */
export const VERDICTS: readonly Verdict[] = ['accepted', 'rejected', 'corrected', 'added'];

/** Reads one annotation of the W3C model; a string says what it lacks to be a mark. */
export function readStored(raw: JsonObject): StoredMark | string {
  const bodies = objectsIn(raw.body);
  const id = text(raw, 'id');
  const kind = text(bodies.find(isKind), 'value');
  const verdict = VERDICTS.find((candidate) => candidate === raw[FIELDS.verdict]);
  const place = readPlace(objectsIn(raw.target)[0]);
  if (raw.type !== 'Annotation') return 'its type is not Annotation';
  if (id === undefined || id === '') return 'it has no id';
  if (kind === undefined || kind === '') return 'it has no body that classifies';
  if (verdict === undefined) return `its verdict is none of ${VERDICTS.join(', ')}`;
  if (typeof place === 'string') return place;
  const modified = text(raw, 'modified');
  const note = text(bodies.find(isNote), 'value');
  const history = readHistory(raw[FIELDS.history]);
  const parts: [string, StoredPlace][] = [];
  for (const body of bodies.filter(isPart)) {
    const part = readPlace(body);
    if (typeof part === 'string') return `its ${text(body, FIELDS.role)}: ${part}`;
    parts.push([text(body, FIELDS.role) as string, part]);
  }
  return {
    judgement: {
      ...{ id, kind, verdict, attributes: readAttributes(raw[FIELDS.attributes]) },
      annotator: readCreator(raw.creator),
      created: text(raw, 'created') ?? '',
      ...(modified !== undefined && { modified }),
      ...(note !== undefined && { note }),
      ...(raw[FIELDS.unsure] === true && { unsure: true as const }),
      ...(raw[FIELDS.detached] === true && { detached: true as const }),
      ...(0 < history.length && { history }),
    },
    place,
    parts: Object.fromEntries(parts),
  };
}

function readPlace(target: JsonObject | undefined): StoredPlace | string {
  const selectors = objectsIn(target?.selector);
  const quoted = selectors.find(({ type }) => type === 'TextQuoteSelector');
  const position = selectors.find(({ type }) => type === 'TextPositionSelector');
  const words = text(quoted, 'exact');
  const start = count(position, 'start');
  const end = count(position, 'end');
  if (words === undefined || words === '') return 'it does not quote its words';
  if (start === undefined || end === undefined || end < start) return 'it has no position';
  const [prefix, suffix] = [text(quoted, 'prefix') ?? '', text(quoted, 'suffix') ?? ''];
  return { quoted: { words, prefix, suffix }, start, end };
}

function readAttributes(value: unknown): Readonly<Record<string, string>> {
  if (!isObject(value)) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

function readCreator(value: unknown): string {
  if (typeof value === 'string') return value;
  return text(objectsIn(value)[0], 'name') ?? '';
}

/** The body that names the kind. */
export function isKind({ purpose }: JsonObject): boolean {
  return purpose === 'classifying';
}

/** The body that holds the note. */
export function isNote({ purpose }: JsonObject): boolean {
  return purpose === 'commenting';
}

/** A body that points to another stretch of the article. */
export function isPart(body: JsonObject): boolean {
  return text(body, FIELDS.role) !== undefined;
}
