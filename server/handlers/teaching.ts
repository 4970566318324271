import type { Article } from '../analysis/types.ts';
import type { Change } from '../annotations/acts/act.ts';
import { findTargets, listTargets } from '../annotations/acts/target.ts';
import { learnRules, toRules } from '../annotations/lexicon/learn.ts';
import type { Lexicons, Taught } from '../marking/lexicons.ts';
import type { Marking } from '../marking/marking.ts';
import type { Session } from '../session.ts';
import type { Span } from '../text/span.ts';

/**
 * Writes the rules that an act has taught into the folder's lexicon: those of the marks at some stretches where the
 * annotator asks for it, else those that its changes show. Undefined where there are none, or the setting is against it.
 */
export async function teachFolder(
  { settingsOf }: Session,
  marking: Marking,
  lexicons: Lexicons,
  act: {
    readonly uri: string;
    readonly found: Article;
    readonly changes: readonly Change[];
    readonly asked: readonly Span[] | undefined;
  },
): Promise<Taught | undefined> {
  const { uri, found, changes, asked } = act;
  const { lexicon, annotator } = await settingsOf(uri);
  if (lexicon === 'off' || (lexicon === 'apply' && !asked)) return undefined;
  const view = await marking.view(uri, found);
  const meant = asked?.flatMap((span) => findTargets(listTargets(view), span));
  const rules = meant
    ? toRules(
        found.text,
        meant.flatMap(({ kept }) => kept?.mark ?? []),
      )
    : learnRules({ ...view, form: found.form }, changes);
  if (rules.length === 0) return undefined;
  const day = new Date().toISOString().slice(0, 10);
  return lexicons.teach(uri, rules, annotator === '' ? day : `${annotator}, ${day}`);
}
