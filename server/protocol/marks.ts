import type { Range } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Change } from '../annotations/acts/act.ts';
import { listTargets, type Target } from '../annotations/acts/target.ts';
import { printRule } from '../annotations/lexicon/rules.ts';
import type { MarkAttributes } from '../annotations/mark.ts';
import { listUnsettled, type Unsettled } from '../annotations/settle.ts';
import { stateOf } from '../features/states.ts';
import type { View } from '../marking/view.ts';
import type { Acted, Marks, ShownMark, UnsettledMark } from '../requests/marks.ts';
import { overlaps, type Span } from '../text/span.ts';
import { toRange } from './ranges.ts';

/** A range of a document as a span. */
export function toSpan(document: TextDocument, { start, end }: Range): Span {
  return { start: document.offsetAt(start), end: document.offsetAt(end) };
}

/** The marks and suggestions of the parts of an article, in order of place. */
export function toMarks(document: TextDocument, view: View, parts: readonly Span[]): Marks {
  const isShown = (target: Target): boolean => parts.some((part) => overlaps(part, target));
  const marks = [
    ...listTargets(view)
      .filter(isShown)
      .map((target) => toShownMark(document, target)),
    ...view.withheld
      .filter(isShown)
      .map((one) => ({ ...toShownMark(document, one), state: 'withheld' as const })),
  ].sort(
    (a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character,
  );
  const unsettled = listUnsettled(view.kept).map((one) => toUnsettledMark(document, one));
  return { marks, unsettled, progress: view.progress };
}

function toUnsettledMark(
  document: TextDocument,
  { kept, role, state, quoted, span, places }: Unsettled,
): UnsettledMark {
  const { id, kind } = kept.mark;
  return {
    ...{ id, state, kind, words: quoted.words },
    ...(role !== undefined && { role }),
    range: toRange(document, span),
    places: places.map((place) => toRange(document, place)),
  };
}

function toShownMark(document: TextDocument, target: Target): ShownMark {
  const { kind, attributes, kept, rule } = target;
  const mark = kept?.mark;
  return {
    range: toRange(document, target),
    kind,
    state: mark?.verdict ?? 'suggestion',
    unsure: mark?.unsure === true,
    value: valueInWords(kind, attributes),
    ...(mark?.note !== undefined && { note: mark.note }),
    ...(mark && { annotator: mark.annotator }),
    ...(rule && { rule: `line ${rule.line}: ${printRule(rule)}` }),
  };
}

function valueInWords(kind: string, { entity, code, value, mod, quotation }: MarkAttributes): string {
  switch (kind) {
    case 'country':
      return code === undefined ? '' : `${stateOf(code).name} (${code})`;
    case 'date':
      return [value, mod].filter(Boolean).join(' ');
    case 'quote':
      return [quotation, entity].filter(Boolean).join(', ');
    default:
      return entity ?? '';
  }
}

/** What an act has changed in an open article. */
export function toActed(document: TextDocument, { number, changes, marks, articles, rules }: Done): Acted {
  const places = changes
    .flatMap(({ before, after }) => (after ?? before)?.mark ?? [])
    .sort((a, b) => a.start - b.start)
    .map((mark) => toRange(document, mark));
  return { ...(number !== undefined && { number }), places, marks, articles, rules };
}

/** An act that was done: `changes` are those of the article at which it was. */
export interface Done {
  readonly number: number | undefined;
  readonly changes: readonly Change[];
  readonly marks: number;
  readonly articles: number;
  readonly rules: readonly string[];
}
