import { isObject, type JsonObject } from '../sideFile/json.ts';
import { DEFAULT_SCHEME, SCHEME_KEYS, type Scheme, type SchemeAttribute, type SchemeKind } from './scheme.ts';

/** A scheme as its file says, or the first place where the file is wrong: then nothing of it holds. */
export type SchemeReading =
  | { readonly kind: 'read'; readonly scheme: Scheme }
  | { readonly kind: 'refused'; readonly problem: SchemeProblem };

export interface SchemeProblem {
  /** `line 3`, or the way to the value: `kinds[2].key`. */
  readonly place: string;
  readonly reason: SchemeReason;
  /** What stands there. */
  readonly found: string;
}

export type SchemeReason =
  | 'not JSON'
  | 'not an object'
  | 'not a list'
  | 'not a text'
  | 'not true or false'
  | 'unknown field'
  | 'not a name'
  | 'named twice'
  | 'no key for kinds'
  | 'key used twice';

/**
 * Reads `newsmark.scheme.json`. The kinds of Newsmark come first, unless `"defaults": false`; a kind of theirs that the file
 * names has what the file says beside its own. Cannot fail.
 */
export function readScheme(text: string): SchemeReading {
  try {
    return { kind: 'read', scheme: toScheme(parse(text.replace(/^\ufeff/u, ''))) };
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'refused', problem: error.problem };
    throw error;
  }
}

/** Leaves the reading at the first thing that is wrong. */
class Refusal extends Error {
  readonly problem: SchemeProblem;
  constructor(place: string, reason: SchemeReason, found: unknown) {
    super(reason);
    this.problem = {
      place,
      reason,
      found: typeof found === 'string' ? found : (JSON.stringify(found) ?? ''),
    };
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const said = error instanceof Error ? error.message : '';
    const at = Number(/position (\d+)/u.exec(said)?.[1] ?? text.length);
    throw new Refusal(`line ${text.slice(0, at).split('\n').length}`, 'not JSON', text.slice(at, at + 20));
  }
}

function toScheme(value: unknown): Scheme {
  const file = objectAt('file', value, ['$schema', 'defaults', 'kinds']);
  const { defaults = true } = file;
  if (typeof defaults !== 'boolean') throw new Refusal('defaults', 'not true or false', defaults);
  const own = listAt('kinds', file.kinds ?? []).map((kind, i) => toKind(`kinds[${i}]`, kind));
  refuseTwice(own, 'kinds');
  const inherited = defaults ? DEFAULT_SCHEME.kinds : [];
  const kinds = [
    ...inherited.map((kind) =>
      extend(
        kind,
        own.find(({ name }) => name === kind.name),
      ),
    ),
    ...own.filter(({ name }) => !inherited.some((kind) => kind.name === name)),
  ];
  const keys = new Map<string, SchemeKind>();
  for (const [i, kind] of own.entries()) {
    if (kind.key === undefined) continue;
    if (keys.has(kind.key)) throw new Refusal(`kinds[${i}].key`, 'key used twice', kind.key);
    keys.set(kind.key, kind);
  }
  return { kinds };
}

function extend(kind: SchemeKind, own: SchemeKind | undefined): SchemeKind {
  if (!own) return kind;
  const attributes = kind.attributes.map(
    (attribute) => own.attributes.find(({ name }) => name === attribute.name) ?? attribute,
  );
  const more = own.attributes.filter(({ name }) => !attributes.some((known) => known.name === name));
  return {
    ...kind,
    ...own,
    attributes: [...attributes, ...more],
    parts: [...new Set([...kind.parts, ...own.parts])],
  };
}

function toKind(place: string, value: unknown): SchemeKind {
  const raw = objectAt(place, value, ['name', 'title', 'key', 'attributes', 'parts']);
  const attributes = listAt(`${place}.attributes`, raw.attributes ?? []).map((attribute, i) =>
    toAttribute(`${place}.attributes[${i}]`, attribute),
  );
  refuseTwice(attributes, `${place}.attributes`);
  const { key } = raw;
  if (key !== undefined && !(typeof key === 'string' && SCHEME_KEYS.includes(key)))
    throw new Refusal(`${place}.key`, 'no key for kinds', key);
  return {
    name: nameAt(`${place}.name`, raw.name),
    ...titleAt(place, raw),
    ...(key !== undefined && { key }),
    attributes,
    parts: listAt(`${place}.parts`, raw.parts ?? []).map((part, i) => nameAt(`${place}.parts[${i}]`, part)),
  };
}

function toAttribute(place: string, value: unknown): SchemeAttribute {
  const raw = objectAt(place, value, ['name', 'title', 'values']);
  const values =
    raw.values === undefined
      ? undefined
      : listAt(`${place}.values`, raw.values).map((each, i) => textAt(`${place}.values[${i}]`, each));
  return { name: nameAt(`${place}.name`, raw.name), ...titleAt(place, raw), ...(values && { values }) };
}

function titleAt(place: string, { title }: JsonObject): { readonly title?: string } {
  return title === undefined ? {} : { title: textAt(`${place}.title`, title) };
}

function objectAt(place: string, value: unknown, fields: readonly string[]): JsonObject {
  if (!isObject(value)) throw new Refusal(place, 'not an object', value);
  const unknown = Object.keys(value).find((key) => !fields.includes(key));
  if (unknown !== undefined) throw new Refusal(place, 'unknown field', unknown);
  return value;
}

function listAt(place: string, value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new Refusal(place, 'not a list', value);
  return value;
}

function textAt(place: string, value: unknown): string {
  if (typeof value !== 'string' || value.trim() === '') throw new Refusal(place, 'not a text', value);
  return value;
}

function nameAt(place: string, value: unknown): string {
  if (typeof value !== 'string' || !/^[A-Za-z][\w-]*$/u.test(value))
    throw new Refusal(place, 'not a name', value);
  return value;
}

function refuseTwice(named: readonly { readonly name: string }[], place: string): void {
  const seen = new Set<string>();
  for (const [i, { name }] of named.entries()) {
    if (seen.has(name)) throw new Refusal(`${place}[${i}].name`, 'named twice', name);
    seen.add(name);
  }
}

/** What is wrong with a scheme, in a line. */
export function problemInWords({ place, reason, found }: SchemeProblem): string {
  return `${place}: ${reason}${found === '' ? '' : `: ${found.slice(0, 40)}`}`;
}
