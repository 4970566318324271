import type { Replacement } from '../../server/features/publicationEdit.ts';

/** A text after replacements that do not overlap. */
export function apply(text: string, replacements: readonly Replacement[]): string {
  return [...replacements]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((now, { span, words }) => now.slice(0, span.start) + words + now.slice(span.end), text);
}
