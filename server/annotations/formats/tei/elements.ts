import { isObject, type JsonObject } from '../../sideFile/json.ts';
import type { Annotation } from '../annotation.ts';

/** The element of a mark, with the attributes that it has in TEI, and those that have no place there. */
export interface Element {
  readonly name: string;
  readonly own: readonly (readonly [string, string])[];
  readonly left: Readonly<Record<string, string>>;
}

/** How a mark is written: as it was in the file it comes from, or after its kind. */
export function elementOf(node: Annotation, kept: JsonObject | undefined): Element {
  const { kind, attributes } = node;
  if (kept && typeof kept.name === 'string' && kept.kind === kind && isObject(kept.own)) {
    const own = Object.entries(kept.own).flatMap(([attribute, key]) =>
      typeof key === 'string' && attributes[key] !== undefined ? [[attribute, attributes[key]] as const] : [],
    );
    return {
      name: kept.name,
      own: [...typeOf(kept), ...own],
      left: without(attributes, Object.values(kept.own)),
    };
  }
  const [name, key] = ELEMENTS.get(kind) ?? ['seg', undefined];
  const value = key === undefined ? undefined : attributes[key];
  const own = key === undefined || value === undefined ? [] : [[attributeFor(kind, value), value] as const];
  return {
    name,
    own: name === 'seg' ? [['type', kind], ...own] : own,
    left: key === undefined ? attributes : without(attributes, [key]),
  };
}

function typeOf({ type }: JsonObject): readonly (readonly [string, string])[] {
  return typeof type === 'string' ? [['type', type]] : [];
}

function without(attributes: Readonly<Record<string, string>>, keys: readonly unknown[]): Element['left'] {
  return Object.fromEntries(Object.entries(attributes).filter(([key]) => !keys.includes(key)));
}

/** The element of a kind, and which attribute of the mark is one of the element too. */
const ELEMENTS: ReadonlyMap<string, readonly [string, string | undefined]> = new Map([
  ['person', ['persName', 'entity']],
  ['country', ['country', 'code']],
  ['date', ['date', 'value']],
  ['quote', ['said', undefined]],
]);

function attributeFor(kind: string, value: string): string {
  if (kind !== 'date') return 'key';
  if (/^\d{4}(?:-\d\d(?:-\d\d)?)?$/u.test(value)) return 'when';
  if (/^\d{4}-W\d\d(?:-\d)?$/u.test(value)) return 'when-iso';
  return /^P\d+[YMWD]$/u.test(value) ? 'dur-iso' : 'when-custom';
}

/** The kind of an element, and which of its attributes says which of the mark's. */
export function kindOf(
  name: string,
  attributes: Readonly<Record<string, string>>,
): {
  readonly kind: string;
  readonly type: string | undefined;
  readonly own: Readonly<Record<string, string>>;
} {
  const { type } = attributes;
  const own = (keys: readonly string[], key: string): Readonly<Record<string, string>> => {
    const first = keys.find((attribute) => attributes[attribute] !== undefined);
    const others = Object.keys(attributes).filter(
      (attribute) => attribute !== first && !SKIPPED.includes(attribute),
    );
    const named = others
      .filter((attribute) => attribute !== 'type' || isNamed)
      .map((attribute) => [attribute, attribute]);
    return { ...Object.fromEntries(named), ...(first !== undefined && { [first]: key }) };
  };
  const isNamed = !['seg', 'rs', 'name'].includes(name);
  switch (name) {
    case 'persName':
      return { kind: 'person', type: undefined, own: own(['key', 'ref'], 'entity') };
    case 'country':
      return { kind: 'country', type: undefined, own: own(['key', 'ref'], 'code') };
    case 'date':
    case 'time':
      return { kind: 'date', type: undefined, own: own(DATES, 'value') };
    case 'said':
    case 'quote':
    case 'q':
      return { kind: 'quote', type: undefined, own: own(['who'], 'entity') };
    case 'seg':
    case 'rs':
    case 'name':
      return { kind: type ?? name, type, own: own([], '') };
    default:
      return { kind: name, type: undefined, own: own([], '') };
  }
}

const DATES = ['when', 'when-iso', 'dur-iso', 'dur', 'when-custom'];
const SKIPPED = ['xml:id', 'ana', 'xml:space', 'xmlns'];
