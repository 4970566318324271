import type { Article } from '../analysis/types.ts';
import type { Judged } from '../annotations/acts/target.ts';
import type { Kept } from '../annotations/kept.ts';
import type { Mark } from '../annotations/mark.ts';
import { countProgress, type Progress } from '../annotations/progress.ts';
import { findSuggestions, findUnjudged, type Suggestion } from '../annotations/suggestions.ts';
import { overlaps } from '../text/span.ts';

/** The marks of an article beside what is still suggested in it. */
export interface View extends Judged {
  readonly article: Article;
  /** In order of place. */
  readonly suggestions: readonly Suggestion[];
  readonly progress: Progress;
}

/** The views of articles, remembered while neither article nor marks have changed, and renewed only beside what has. */
export function createViews(): (article: Article, kept: readonly Kept[]) => View {
  const suggested = new WeakMap<Article, readonly Suggestion[]>();
  const views = new WeakMap<Article, View>();
  return (article, kept) => {
    const last = views.get(article);
    if (last?.kept === kept) return last;
    const all = suggested.get(article) ?? findSuggestions(article);
    suggested.set(article, all);
    const marks = kept.map(({ mark }) => mark);
    const changed = last && changedMarks(last.kept, kept);
    const suggestions =
      changed && changed.length <= FEW ? renew(all, last, marks, changed) : findUnjudged(all, marks);
    const progress = countProgress(suggestions.length, kept);
    const view = { article, text: article.text, kept, suggestions, progress };
    views.set(article, view);
    return view;
  };
}

/** For so many changed marks it is quicker to look beside them than at the whole article. */
const FEW = 50;

function changedMarks(before: readonly Kept[], after: readonly Kept[]): readonly Mark[] {
  const [old, present] = [new Set(before), new Set(after)];
  return [...before.filter((kept) => !present.has(kept)), ...after.filter((kept) => !old.has(kept))].map(
    ({ mark }) => mark,
  );
}

function renew(
  all: readonly Suggestion[],
  last: View,
  marks: readonly Mark[],
  changed: readonly Mark[],
): readonly Suggestion[] {
  const open = new Set(last.suggestions);
  const isBeside = (suggestion: Suggestion): boolean => changed.some((mark) => overlaps(mark, suggestion));
  const beside = new Set(findUnjudged(all.filter(isBeside), marks));
  return all.filter((suggestion) => (isBeside(suggestion) ? beside : open).has(suggestion));
}

/** The suggestion after a stretch (1) or before it (-1) in order of place, round the ends; a cursor counts as behind nothing. */
export function nextSuggestion(
  { suggestions }: View,
  from: { readonly start: number; readonly end: number },
  direction: 1 | -1,
): Suggestion | undefined {
  const isCursor = from.start === from.end;
  const isAfter = ({ start, end }: Suggestion): boolean =>
    from.start < start || (start === from.start && (isCursor || end < from.end));
  const isBefore = ({ start, end }: Suggestion): boolean =>
    start < from.start || (start === from.start && from.end < end);
  return direction === 1
    ? (suggestions.find(isAfter) ?? suggestions[0])
    : (suggestions.findLast(isBefore) ?? suggestions.at(-1));
}
