import type { Article } from '../analysis/types.ts';
import type { Judged } from '../annotations/acts/target.ts';
import { judgeArticle } from '../annotations/judged/article.ts';
import { collectSayings } from '../annotations/judged/said.ts';
import type { Kept } from '../annotations/kept.ts';
import { applyRules, type ByRules, type Withheld } from '../annotations/lexicon/apply.ts';
import type { LexiconRule } from '../annotations/lexicon/rules.ts';
import type { Mark } from '../annotations/mark.ts';
import { countProgress, type Progress } from '../annotations/progress.ts';
import { findSuggestions, findUnjudged, type Suggestion } from '../annotations/suggestions.ts';
import type { FolderRules } from '../folder/judge.ts';
import { byPlace, type Span } from '../text/span.ts';

/** The marks of an article beside what is still suggested in it. */
export interface View extends Judged {
  /** As it was found. */
  readonly article: Article;
  readonly rules: readonly LexiconRule[];
  /** In order of place. */
  readonly suggestions: readonly Suggestion[];
  /** What would be suggested if the folder's lexicon did not say otherwise, and nobody has judged. */
  readonly withheld: readonly Withheld[];
  /** What the rules have made of what was found; undefined where there are none. */
  readonly byRules: FolderRules | undefined;
  readonly progress: Progress;
}

/** The views of articles, remembered while neither article, marks nor rules have changed, and renewed only beside what has. */
export type ViewArticle = (article: Article, kept: readonly Kept[], rules: readonly LexiconRule[]) => View;

/** A memory for the views of the articles that are alive. */
export function createViews(): ViewArticle {
  const suggested = new WeakMap<Article, Suggested>();
  const views = new WeakMap<Article, View>();

  function suggest(article: Article, rules: readonly LexiconRule[]): Suggested {
    const known = suggested.get(article);
    if (known?.rules === rules) return known;
    const applied = applyRules(rules, findSuggestions(article), article);
    const added = applied.suggestions.filter(({ rule }) => rule);
    const byRules = rules.length === 0 ? undefined : { withheld: applied.withheld, added };
    const found = { ...applied, byRules, rules };
    suggested.set(article, found);
    return found;
  }

  return (article, kept, rules) => {
    const known = views.get(article);
    const last = known?.rules === rules ? known : undefined;
    if (last?.kept === kept) return last;
    const all = suggest(article, rules);
    const marks = kept.map(({ mark }) => mark);
    const changed = last && changedMarks(last.kept, kept);
    const unjudged = <One extends Suggestion>(every: readonly One[], open: readonly One[]): readonly One[] =>
      changed && changed.length <= FEW ? renew(every, open, marks, changed) : findUnjudged(every, marks);
    const suggestions = unjudged(all.suggestions, last?.suggestions ?? []);
    const withheld = unjudged(all.withheld, last?.withheld ?? []);
    const progress = countProgress(suggestions.length, kept);
    const { byRules } = all;
    const view = { article, text: article.text, kept, rules, suggestions, withheld, byRules, progress };
    views.set(article, view);
    return view;
  };
}

interface Suggested extends ByRules {
  readonly rules: readonly LexiconRule[];
  readonly byRules: FolderRules | undefined;
}

const judged = new WeakMap<View, Article>();

/** The article of a view as people, and the rules of the folder, have judged it: the same one where nobody has. */
export function judgedArticle(view: View): Article {
  const { article, kept, suggestions, withheld } = view;
  if (kept.length === 0 && withheld.length === 0 && suggestions.every(({ rule }) => !rule)) return article;
  const known = judged.get(view);
  if (known) return known;
  const made = judgeArticle(article, collectSayings(kept, suggestions), withheld);
  judged.set(view, made);
  return made;
}

/** For so many changed marks it is quicker to look beside them than at the whole article. */
const FEW = 50;

/** The marks that are in one list alone; both are in one order, and mostly begin and end alike. */
function changedMarks(before: readonly Kept[], after: readonly Kept[]): readonly Mark[] {
  let head = 0;
  const most = Math.min(before.length, after.length);
  while (head < most && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const [old, present] = [before.slice(head, before.length - tail), after.slice(head, after.length - tail)];
  const [olds, presents] = [new Set(old), new Set(present)];
  return [...old.filter((kept) => !presents.has(kept)), ...present.filter((kept) => !olds.has(kept))].map(
    ({ mark }) => mark,
  );
}

/** The open suggestions where those beside some changed marks are judged anew, and all others stay as they were. */
function renew<One extends Suggestion>(
  all: readonly One[],
  last: readonly One[],
  marks: readonly Mark[],
  changed: readonly Mark[],
): readonly One[] {
  const beside = changed.flatMap((mark) => listOverlapping(all, mark));
  if (beside.length === 0) return last;
  const judging = beside.flatMap((suggestion) => listOverlapping(marks, suggestion));
  const open = new Set(findUnjudged(beside, judging));
  const judged = new Set(beside.filter((suggestion) => !open.has(suggestion)));
  const left = judged.size === 0 ? last : last.filter((suggestion) => !judged.has(suggestion));
  for (const suggestion of left) if (open.size > 0) open.delete(suggestion);
  return open.size === 0 ? left : [...left, ...open].sort(byPlace);
}

/** Those of some spans, in order of their starts, that overlap a span. */
function listOverlapping<S extends Span>(spans: readonly S[], { start, end }: Span): readonly S[] {
  const found: S[] = [];
  for (const span of spans) {
    if (end <= span.start) break;
    if (start < span.end) found.push(span);
  }
  return found;
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
