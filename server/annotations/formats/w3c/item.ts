import type { Mark } from '../../mark.ts';
import { type JsonObject, withFields } from '../../sideFile/json.ts';
import { FIELDS } from '../../sideFile/stored.ts';
import type { Annotation } from '../annotation.ts';

/** An annotation that says no more than the mark. */
export function toItem(
  mark: Annotation & { readonly id: string },
  old: JsonObject | undefined,
  write: (mark: Mark, old: JsonObject | undefined) => JsonObject,
): JsonObject {
  const { suggested, verdict, annotator, created, ...own } = mark;
  const item = write(
    { ...own, verdict: verdict ?? 'added', annotator: annotator ?? '', created: created ?? '' },
    old,
  );
  return withFields(item, {
    [FIELDS.verdict]: verdict,
    creator: annotator === undefined ? old?.creator : item.creator,
    created,
    'newsmark:suggested': suggested,
  });
}
