import { createCodePoints } from '../../codePoints.ts';
import { keep } from '../../kept.ts';
import { toAnnotation } from '../../sideFile/annotation.ts';
import {
  isEqual,
  isObject,
  itemsIn,
  type JsonObject,
  objectsIn,
  text as textIn,
} from '../../sideFile/json.ts';
import { FIELDS, isKind, isNote, isPart, VERDICTS } from '../../sideFile/stored.ts';
import type { AnnotatedText, Annotation, TextFile, TextOf } from '../annotation.ts';
import { splitStrings, toRest, without } from '../fields.ts';
import { baseOf } from '../fileNames.ts';
import { createIds } from '../ids.ts';
import { asObject, type JsonText, readJson } from '../jsonText.ts';
import { Malformed } from '../malformed.ts';
import { toItem } from './item.ts';
import { findPlace, hasSelector } from './place.ts';

/**
 * The articles that annotations are about, found by their words. Annotations of something else than a stretch of text, and
 * what is not understood of the others, are kept. Throws `Malformed`, also where an article is missing.
 */
export function readW3c(file: TextFile, textOf: TextOf): readonly AnnotatedText[] {
  const json = readJson(file.name, file.content);
  const { page, items } = itemsOf(json);
  const own = textIn(page, 'newsmark:article');
  const bySource = new Map<string, JsonObject[]>(own === undefined ? [] : [[own, []]]);
  const others: JsonObject[] = [];
  for (const item of items) {
    const source = sourceOf(item);
    if (source === undefined) others.push(item);
    else bySource.set(source, [...(bySource.get(source) ?? []), item]);
  }
  if (bySource.size === 0) return json.fail(json.value, 'it annotates no stretch of a text');
  const rest = without(page ?? {}, '@context', 'type', 'newsmark:article', 'items', FIELDS.version);
  return Array.from(bySource, ([source, annotations], i) => {
    const text = textOf(source);
    if (text === undefined) throw new Malformed(file.name, 1, `its article ${source} is missing`);
    const fields = i > 0 ? {} : { ...rest, ...(others.length > 0 && { items: others }) };
    return readArticle(json, source, text, annotations, fields);
  });
}

/** The names of the articles that the annotations of a file are about. Cannot fail. */
export function listSources(file: TextFile): readonly string[] {
  try {
    const { page, items } = itemsOf(readJson(file.name, file.content));
    const own = textIn(page, 'newsmark:article');
    return [
      ...new Set([...(own === undefined ? [] : [own]), ...items.flatMap((item) => sourceOf(item) ?? [])]),
    ];
  } catch {
    return [];
  }
}

/** A page, a collection with its first page, a list, or one annotation. */
function itemsOf(json: JsonText): {
  readonly page: JsonObject | undefined;
  readonly items: readonly JsonObject[];
} {
  const { value } = json;
  const toItems = (list: unknown, within: unknown): readonly JsonObject[] =>
    itemsIn(list).map((item) => asObject(json, item, 'an annotation', within));
  if (Array.isArray(value)) return { page: undefined, items: toItems(value, value) };
  const page = asObject(json, value, 'the page');
  if (isObject(page.target) || Array.isArray(page.target) || page.type === 'Annotation')
    return { page: undefined, items: [page] };
  const first = isObject(page.first) ? page.first : page;
  return { page: first === page ? page : { ...page, first: undefined }, items: toItems(first.items, first) };
}

/** The name of the article of an annotation that has a stretch of text as its target. */
function sourceOf(item: JsonObject): string | undefined {
  const [target] = objectsIn(item.target);
  const source = textIn(target, 'source') ?? textIn(objectsIn(target?.source)[0], 'id');
  if (!target || source === undefined || !hasSelector(target)) return undefined;
  try {
    return baseOf(decodeURIComponent(source.replace(/[?#].*$/su, '')));
  } catch {
    return baseOf(source);
  }
}

function readArticle(
  json: JsonText,
  name: string,
  text: string,
  items: readonly JsonObject[],
  fields: JsonObject,
): AnnotatedText {
  const rest = new Map<string, JsonObject>();
  const points = createCodePoints(text);
  const idOf = createIds('w3c');
  const marks = items.map((item) => {
    const mark = readItem(json, text, item);
    const id = textIn(item, 'id') ?? idOf(mark);
    const whole = { ...mark, id };
    const again = toItem(whole, undefined, (own, old) =>
      toAnnotation(keep(own), { name, text }, points, old),
    );
    if (!isEqual(again, item)) rest.set(id, item);
    return whole;
  });
  return { name, text, marks, rest: toRest('w3c', fields, rest) };
}

function readItem(json: JsonText, text: string, item: JsonObject): Annotation {
  const place = (within: JsonObject | undefined): { readonly start: number; readonly end: number } => {
    const found = findPlace(text, within ?? {});
    return typeof found === 'string' ? json.fail(item, found) : found;
  };
  const bodies = objectsIn(item.body);
  const kind =
    textIn(bodies.find(isKind), 'value') ??
    textIn(
      bodies.find(({ purpose }) => purpose === 'tagging'),
      'value',
    );
  const note =
    textIn(bodies.find(isNote), 'value') ??
    textIn(
      bodies.find(({ type, purpose }) => type === 'TextualBody' && purpose === undefined),
      'value',
    ) ??
    textIn(item, 'bodyValue');
  const [creator] = itemsIn(item.creator);
  const annotator =
    typeof creator === 'string' ? creator : isObject(creator) ? textIn(creator, 'name') : undefined;
  const [created, modified] = [textIn(item, 'created'), textIn(item, 'modified')];
  const verdict = VERDICTS.find((own) => own === item[FIELDS.verdict]);
  const attributes = item[FIELDS.attributes];
  return {
    ...{ ...place(objectsIn(item.target)[0]), kind: kind === undefined || kind === '' ? 'annotation' : kind },
    attributes: isObject(attributes) ? splitStrings(attributes).strings : {},
    parts: Object.fromEntries(bodies.filter(isPart).map((body) => [textIn(body, FIELDS.role), place(body)])),
    ...(note !== undefined && { note }),
    ...(verdict && { verdict }),
    ...(annotator !== undefined && { annotator }),
    ...(created !== undefined && { created }),
    ...(modified !== undefined && { modified }),
    ...(item[FIELDS.unsure] === true && { unsure: true }),
    ...(item['newsmark:suggested'] === true && { suggested: true }),
  };
}
