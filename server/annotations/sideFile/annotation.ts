import type { Span } from '../../text/span.ts';
import type { CodePoints } from '../codePoints.ts';
import { type Anchor, type Kept, quote } from '../kept.ts';
import type { Mark } from '../mark.ts';
import { isObject, itemsIn, type JsonObject, objectsIn, withFields } from './json.ts';
import { FIELDS, isKind, isNote, isPart } from './stored.ts';

/** The article a side file belongs to, as it is now. */
export interface MarkedArticle {
  /** Name without folders. */
  readonly name: string;
  readonly text: string;
}

/** A mark as an annotation of the W3C model. What the old one says beyond what is known here goes on being said. */
export function toAnnotation(
  { mark, anchor, parts }: Kept,
  article: MarkedArticle,
  points: CodePoints,
  old: JsonObject = {},
): JsonObject {
  const place = (span: Span, own: Anchor, base: JsonObject = {}): JsonObject =>
    withFields(base, {
      source: article.name,
      selector: toSelectors(span, own, article.text, points, objectsIn(base.selector)),
    });
  const bodies = objectsIn(old.body);
  const [kind, note] = [bodies.find(isKind), bodies.find(isNote)];
  const partBodies = Object.entries(mark.parts).map(([role, span]) =>
    place(span, parts[role] ?? { state: 'same' }, {
      ...{ type: 'SpecificResource', purpose: 'linking', [FIELDS.role]: role },
      ...bodies.find((body) => body[FIELDS.role] === role),
    }),
  );
  const [target, ...targets] = itemsIn(old.target);
  const own = place(mark, anchor, isObject(target) ? target : {});
  return withFields(old, {
    id: mark.id,
    type: 'Annotation',
    motivation: old.motivation ?? 'classifying',
    created: mark.created,
    modified: mark.modified,
    creator: withFields(isObject(old.creator) ? old.creator : { type: 'Person' }, { name: mark.annotator }),
    [FIELDS.verdict]: mark.verdict,
    [FIELDS.unsure]: mark.unsure,
    [FIELDS.detached]: mark.detached,
    [FIELDS.history]: mark.history ?? old[FIELDS.history],
    [FIELDS.attributes]: toAttributes(mark, old[FIELDS.attributes]),
    body: [
      { type: 'TextualBody', ...kind, purpose: 'classifying', value: mark.kind },
      ...(mark.note === undefined
        ? []
        : [{ type: 'TextualBody', ...note, purpose: 'commenting', value: mark.note }]),
      ...partBodies,
      ...itemsIn(old.body).filter(
        (body) => body !== kind && body !== note && !(isObject(body) && isPart(body)),
      ),
    ],
    target: targets.length === 0 ? own : [own, ...targets],
  });
}

/** Attributes that are no strings are not ours: they stay. */
function toAttributes({ attributes }: Mark, old: unknown): JsonObject {
  const others = isObject(old) ? Object.entries(old).filter(([, value]) => typeof value !== 'string') : [];
  return { ...attributes, ...Object.fromEntries(others) };
}

/** What is not sure of its place goes on being quoted as it was. */
function toSelectors(
  span: Span,
  anchor: Anchor,
  text: string,
  points: CodePoints,
  old: readonly JsonObject[],
): readonly JsonObject[] {
  const { words, prefix, suffix } = 'quoted' in anchor ? anchor.quoted : quote(text, span);
  const own = (type: string): JsonObject => old.find((selector) => selector.type === type) ?? { type };
  return [
    withFields(own('TextQuoteSelector'), { exact: words, prefix, suffix }),
    withFields(own('TextPositionSelector'), {
      start: points.toPoints(span.start),
      end: points.toPoints(span.end),
    }),
    ...old.filter(({ type }) => type !== 'TextQuoteSelector' && type !== 'TextPositionSelector'),
  ];
}
