/** A JSON object as it was read, with all its fields. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** The line as a JSON object, or what is wrong with it. */
export function parseObject(line: string): JsonObject | string {
  try {
    const value: unknown = JSON.parse(line);
    return isObject(value) ? value : 'not a JSON object';
  } catch (error) {
    return error instanceof Error ? error.message : 'not JSON';
  }
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What a field holds that may hold one thing or a list of them. */
export function itemsIn(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

/** The objects among them. */
export function objectsIn(value: unknown): readonly JsonObject[] {
  return itemsIn(value).filter(isObject);
}

/** The field if it is a string. */
export function text(object: JsonObject | undefined, key: string): string | undefined {
  const value = object?.[key];
  return typeof value === 'string' ? value : undefined;
}

/** The field if it is a whole number, not negative. */
export function count(object: JsonObject | undefined, key: string): number | undefined {
  const value = object?.[key];
  return typeof value === 'number' && Number.isSafeInteger(value) && 0 <= value ? value : undefined;
}

/** The object with these fields in place of its own, in the order it had; undefined takes a field away. */
export function withFields(object: JsonObject, fields: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries({ ...object, ...fields }).filter(([, value]) => value !== undefined),
  );
}

/** Whether two JSON values say the same, in whatever order their fields stand. */
export function isEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, i) => isEqual(item, b[i]));
  if (!isObject(a) || !isObject(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => key in b && isEqual(a[key], b[key]));
}
