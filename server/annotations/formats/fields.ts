import type { JsonObject } from '../sideFile/json.ts';
import type { AnnotatedText, Rest } from './annotation.ts';

/** The object without fields that are understood. */
export function without(object: JsonObject, ...keys: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)));
}

/** What was kept of an article for a format. */
export function restOf({ rest }: AnnotatedText, format: string): Rest | undefined {
  return rest.find((own) => own.format === format);
}

/** What is to be kept of an article, if there is anything. */
export function toRest(
  format: string,
  fields: JsonObject,
  marks: ReadonlyMap<string, JsonObject>,
): readonly Rest[] {
  const own = [...marks].filter(([, object]) => Object.keys(object).length > 0);
  if (Object.keys(fields).length + own.length === 0) return [];
  return [{ format, fields, marks: Object.fromEntries(own) }];
}

/** The strings among the fields of an object, and the object without them. */
export function splitStrings(object: JsonObject): {
  readonly strings: Readonly<Record<string, string>>;
  readonly others: JsonObject;
} {
  const entries = Object.entries(object);
  const isString = (entry: [string, unknown]): entry is [string, string] => typeof entry[1] === 'string';
  return {
    strings: Object.fromEntries(entries.filter(isString)),
    others: Object.fromEntries(entries.filter((entry) => !isString(entry))),
  };
}
