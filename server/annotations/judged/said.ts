import { rememberEach } from '../../analysis/remember.ts';
import type { Evidence, Judgement } from '../../analysis/types.ts';
import { byPlace, type Span } from '../../text/span.ts';
import { hasPlace, type Kept } from '../kept.ts';
import { type LexiconRule, printRule } from '../lexicon/rules.ts';
import type { Mark, MarkKind } from '../mark.ts';
import type { Suggestion } from '../suggestions.ts';

/** What an annotator, or a rule of the folder's lexicon, says of a stretch in place of what was found. */
export interface Saying extends Suggestion {
  readonly judgement?: Judgement;
}

/** Everything that is said of an article. */
export interface Said {
  /** Whether what was found there as that kind is neither judged nor held back. */
  isOpen(kind: MarkKind, span: Span): boolean;
  of(kind: MarkKind): readonly Saying[];
}

/** What is said by the marks that have a place and by the suggestions that nobody has judged. */
export function collectSayings(kept: readonly Kept[], suggestions: readonly Suggestion[]): Said {
  const open = new Map<MarkKind, Set<number>>();
  const sayings = new Map<MarkKind, Saying[]>();
  const say = (saying: Saying): void => {
    const own = sayings.get(saying.kind);
    if (own) own.push(saying);
    else sayings.set(saying.kind, [saying]);
  };
  for (const suggestion of suggestions) {
    if (suggestion.rule) say(suggestion);
    else {
      const own = open.get(suggestion.kind);
      if (own) own.add(keyOf(suggestion.kind, suggestion));
      else open.set(suggestion.kind, new Set([keyOf(suggestion.kind, suggestion)]));
    }
  }
  for (const one of kept) if (hasPlace(one) && one.mark.verdict !== 'rejected') say(toSaying(one.mark));
  return {
    isOpen: (kind, span) => open.get(kind)?.has(keyOf(kind, span)) === true,
    of: (kind) => sayings.get(kind) ?? [],
  };
}

/** Why a rule speaks for or against something. */
export function toEvidence(rule: LexiconRule): Evidence {
  const words = rule.line === 0 ? `its scheme has no ${rule.kind}` : `line ${rule.line}: ${printRule(rule)}`;
  return { reason: "by the folder's lexicon", words };
}

/** What speaks for a mention: for an accepted one what did before, for one by a rule the rule. */
export function toEvidences(
  { rule, judgement }: Saying,
  found: { readonly evidence: readonly Evidence[] } | undefined,
): readonly Evidence[] {
  if (rule) return [toEvidence(rule)];
  return judgement?.verdict === 'accepted' ? (found?.evidence ?? []) : [];
}

/** What is open, and what is said in place of the rest, in order of place and without what overlaps one before it. */
export function judgeMentions<Mention extends Span>(
  kind: MarkKind,
  found: readonly Mention[],
  said: Said,
  toMention: (saying: Saying, found: Mention | undefined) => Mention | undefined,
): readonly Mention[] {
  const open = found.filter((mention) => said.isOpen(kind, mention));
  const sayings = said.of(kind);
  if (sayings.length === 0) return open.length === found.length ? found : open;
  const starts = new Map(found.map((mention) => [mention.start, mention]));
  const told = sayings.flatMap((saying) => {
    const same = starts.get(saying.start);
    return toMention(saying, same?.end === saying.end ? same : undefined) ?? [];
  });
  return dropOverlapping([...open, ...told].sort(byPlace));
}

/** What was made last of each saying is made again only where something else was found, or it holds no more. */
export function rememberMade<Made, Context>(
  make: (saying: Saying, found: Made | undefined, context: Context) => Made | undefined,
  holds: (made: Made, saying: Saying, context: Context) => boolean = () => true,
): typeof make {
  const known = new WeakMap<Saying, { readonly found: Made | undefined; readonly made: Made | undefined }>();
  return (saying, found, context) => {
    const last = known.get(saying);
    if (last && last.found === found && (!last.made || holds(last.made, saying, context))) return last.made;
    const made = make(saying, found, context);
    known.set(saying, { found, made });
    return made;
  };
}

/** What was found as one kind does not overlap, and begins each at a place of its own; quotations may nest. */
function keyOf(kind: MarkKind, span: Span): number {
  return kind === 'quote' ? placeKey(span) : span.start;
}

/** One number for a span: the same of equal spans alone. */
export function placeKey({ start, end }: Span): number {
  return start * 2 ** 26 + end;
}

function dropOverlapping<S extends Span>(spans: readonly S[]): readonly S[] {
  let last = 0;
  return spans.filter(({ start, end }) => {
    if (start < last) return false;
    last = end;
    return true;
  });
}

/** Of the same mark the same saying: of thousands of marks one is judged at a time. */
const toSaying = rememberEach((mark: Mark): Saying => {
  const { start, end, kind, attributes, parts, verdict, unsure, annotator } = mark;
  const judged = verdict === 'rejected' ? 'accepted' : verdict;
  return {
    ...{ start, end, kind, attributes, parts },
    judgement: { verdict: judged, unsure: unsure === true, annotator },
  };
});
