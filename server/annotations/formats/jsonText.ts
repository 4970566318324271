import { isObject, type JsonObject } from '../sideFile/json.ts';
import type { TextFile } from './annotation.ts';
import { Malformed } from './malformed.ts';

/** A JSON text that was read, which knows on which line each object and list of it begins. */
export interface JsonText {
  readonly value: unknown;
  /** Throws `Malformed` at the line of an object or list of the text, or at the first. */
  fail(at: unknown, reason: string): never;
}

/** Nothing that a tool writes is nested deeper. */
const DEEPEST = 200;

/** Reads a JSON text, of a file or of a line of it; throws `Malformed` at the line where it is none. Linear. */
export function readJson(file: string, text: string, firstLine = 1): JsonText {
  const lines = new WeakMap<object, number>();
  let line = firstLine;
  let at = text.startsWith('\ufeff') ? 1 : 0;

  function fail(reason: string): never {
    throw new Malformed(file, line, reason);
  }
  function skipBlanks(): void {
    for (; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (unit === 10) line++;
      else if (unit !== 32 && unit !== 9 && unit !== 13) return;
    }
  }
  function take(token: string): boolean {
    skipBlanks();
    if (!text.startsWith(token, at)) return false;
    at += token.length;
    return true;
  }
  function expect(token: string): void {
    if (!take(token))
      fail(
        at < text.length
          ? `“${token}” is missing before “${text.slice(at, at + 12)}”`
          : `it ends where “${token}” is missing`,
      );
  }
  function readString(): string {
    const from = at++;
    for (let unit = 0; unit !== 34; at++) {
      unit = text.charCodeAt(at);
      if (Number.isNaN(unit)) fail('a string is not closed');
      if (unit < 32) fail('a string holds a control character');
      if (unit === 92) at++;
    }
    return String(parseOr(text.slice(from, at), () => fail('a string has a wrong escape')));
  }
  function readValue(depth: number): unknown {
    if (DEEPEST < depth) fail('it is nested too deeply');
    skipBlanks();
    const from = line;
    const remember = <T extends object>(value: T): T => {
      lines.set(value, from);
      return value;
    };
    switch (text[at]) {
      case '{':
        return remember(readObject(depth));
      case '[':
        return remember(readList(depth));
      case '"':
        return readString();
    }
    SCALAR.lastIndex = at;
    const own =
      SCALAR.exec(text)?.[0] ??
      fail(at < text.length ? `“${text.slice(at, at + 12)}” is not JSON` : 'it ends too early');
    at += own.length;
    return parseOr(own, () => fail(`“${own}” is not JSON`));
  }
  function readObject(depth: number): JsonObject {
    const entries: [string, unknown][] = [];
    expect('{');
    if (take('}')) return {};
    do {
      skipBlanks();
      if (text[at] !== '"') fail('a key is missing');
      const key = readString();
      expect(':');
      entries.push([key, readValue(depth + 1)]);
    } while (take(','));
    expect('}');
    return Object.fromEntries(entries);
  }
  function readList(depth: number): unknown[] {
    const items: unknown[] = [];
    expect('[');
    if (take(']')) return items;
    do items.push(readValue(depth + 1));
    while (take(','));
    expect(']');
    return items;
  }

  const value = readValue(0);
  skipBlanks();
  if (at < text.length) fail(`“${text.slice(at, at + 12)}” stands behind its end`);
  return {
    value,
    fail: (where, reason) => {
      const own = typeof where === 'object' && where !== null ? lines.get(where) : undefined;
      throw new Malformed(file, own ?? firstLine, reason);
    },
  };
}

/** Reads a file of JSON lines, blank ones left out; throws `Malformed` at the first that is none. */
export function readJsonLines({ name, content }: TextFile): readonly JsonText[] {
  return content
    .replace(/^\ufeff/u, '')
    .split('\n')
    .flatMap((line, i) => (line.trim() === '' ? [] : [readJson(name, line, i + 1)]));
}

/** The value as an object. */
export function asObject(json: JsonText, value: unknown, what: string, within: unknown = value): JsonObject {
  return isObject(value) ? value : json.fail(within, `${what} is no object`);
}

/** The field as a list; an empty one where it is missing or null. */
export function listIn(json: JsonText, object: JsonObject, key: string): readonly unknown[] {
  const value = object[key] ?? [];
  return Array.isArray(value) ? value : json.fail(object, `"${key}" is no list`);
}

/** The field as a list of objects. */
export function objectListIn(json: JsonText, object: JsonObject, key: string): readonly JsonObject[] {
  return listIn(json, object, key).map((item) => asObject(json, item, `an item of "${key}"`, object));
}

/** The field as a string. */
export function stringIn(json: JsonText, object: JsonObject, key: string): string {
  const value = object[key];
  return typeof value === 'string' ? value : json.fail(object, `"${key}" is no string`);
}

/** The field as a whole number, not negative. */
export function countIn(json: JsonText, object: JsonObject, key: string): number {
  const value = object[key];
  return typeof value === 'number' && Number.isSafeInteger(value) && 0 <= value
    ? value
    : json.fail(object, `"${key}" is no whole number`);
}

const SCALAR = /-?[0-9][0-9eE+.-]*|true|false|null/uy;

function parseOr(own: string, otherwise: () => never): unknown {
  try {
    return JSON.parse(own);
  } catch {
    return otherwise();
  }
}
