import type { Form } from '../../analysis/types.ts';
import { slice } from '../../text/span.ts';
import type { Change } from '../acts/act.ts';
import type { Judged } from '../acts/target.ts';
import { hasPlace } from '../kept.ts';
import type { Mark } from '../mark.ts';
import { type LexiconRule, learnRule, type Rule } from './rules.ts';

/** An article as it is judged, with the rules that hold for it. */
export interface Learning extends Judged {
  readonly form: Form;
  readonly rules: readonly LexiconRule[];
}

/**
 * The rules that an act teaches: of each name that it has rejected or added, if all of the article with these words, as
 * that kind, is judged alike now, and no rule speaks of them. Words that are written small in edited text are no name.
 */
export function learnRules(learning: Learning, changes: readonly Change[]): readonly Rule[] {
  const taught = changes.flatMap(({ before, after }) => {
    if (!after || before?.mark.verdict === after.mark.verdict) return [];
    const words = slice(learning.text, after.mark);
    if (learning.form === 'edited' && !/\p{Lu}|\p{Lo}/u.test(words)) return [];
    return learnRule(after.mark, words) ?? [];
  });
  return withoutDoubles(taught).filter((rule) => isUndisputed(learning, rule));
}

/** The rules that an annotator makes of marks: what is rejected is never one, all others always are. */
export function toRules(text: string, marks: readonly Mark[]): readonly Rule[] {
  const made = marks.map(
    (mark): Mark => (mark.verdict === 'rejected' ? mark : { ...mark, verdict: 'added' }),
  );
  return withoutDoubles(made.flatMap((mark) => learnRule(mark, slice(text, mark)) ?? []));
}

function isUndisputed({ text, kept, suggestions, rules }: Learning, rule: Rule): boolean {
  const own = rule.words.toLowerCase();
  const speaksOf = (words: string, kind: string): boolean =>
    kind === rule.kind && words.toLowerCase() === own;
  if (rules.some(({ words, kind }) => speaksOf(words, kind))) return false;
  const isNever = rule.verdict === 'never';
  if (isNever && suggestions.some((one) => speaksOf(slice(text, one), one.kind))) return false;
  return kept.every(
    (one) =>
      !hasPlace(one) ||
      !speaksOf(slice(text, one.mark), one.mark.kind) ||
      (one.mark.verdict === 'rejected') === isNever,
  );
}

function withoutDoubles(rules: readonly Rule[]): readonly Rule[] {
  return [...new Map(rules.map((rule) => [`${rule.kind}: ${rule.words.toLowerCase()}`, rule])).values()];
}
