import { type Span, slice } from '../../text/span.ts';
import type { Mark, MarkAttributes, MarkKind } from '../mark.ts';
import { isObject, itemsIn, type JsonObject, text as textIn } from '../sideFile/json.ts';

/** What an annotator had said of a place when somebody decided on it. */
export interface Said {
  readonly annotator: string;
  /** Of the mark in the annotator's layer. */
  readonly id: string;
  readonly kind: MarkKind;
  readonly words: string;
  readonly attributes: MarkAttributes;
  /** The words of the parts, by their role. */
  readonly parts: Readonly<Record<string, string>>;
}

/** What a mark of an annotator's layer says. */
export function toSaid(annotator: string, text: string, mark: Mark): Said {
  // The same however the lines of the article end.
  const wordsOf = (span: Span): string => slice(text, span).replaceAll('\r\n', '\n');
  const parts = Object.entries(mark.parts).map(([role, span]) => [role, wordsOf(span)] as const);
  const { id, kind, attributes } = mark;
  return { annotator, id, kind, words: wordsOf(mark), attributes, parts: Object.fromEntries(parts) };
}

/** Reads the history of a mark as a side file has it; what is no saying is left out. */
export function readHistory(value: unknown): readonly Said[] {
  return itemsIn(value).flatMap((item) => {
    if (!isObject(item)) return [];
    const [annotator, id] = [textIn(item, 'annotator'), textIn(item, 'id')];
    const [kind, words] = [textIn(item, 'kind'), textIn(item, 'words')];
    if (annotator === undefined || id === undefined || kind === undefined || words === undefined) return [];
    return { annotator, id, kind, words, attributes: textsIn(item.attributes), parts: textsIn(item.parts) };
  });
}

function textsIn(value: unknown): Readonly<Record<string, string>> {
  const object: JsonObject = isObject(value) ? value : {};
  return Object.fromEntries(
    Object.entries(object).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
