import type { Span } from '../../text/span.ts';
import { type Kept, keep } from '../kept.ts';
import type { Mark, MarkAttributes, MarkKind, Verdict } from '../mark.ts';
import { dropPart, listUnsettled, settleAt } from '../settle.ts';
import { toTimexType } from '../timex.ts';
import { type Example, isAlike, toExample } from './alike.ts';
import {
  findNear,
  findTargets,
  type Judged,
  listTargets,
  moveEdge,
  type Target,
  toMarkable,
} from './target.ts';

/** What an annotator does with one key, at one place or at several. */
export type Act =
  | { readonly kind: 'accept' | 'reject' }
  /** Accepts or rejects what is meant and the suggestions like it in the article, or like examples from another one. */
  | { readonly kind: 'accept alike' | 'reject alike'; readonly examples?: readonly Example[] }
  /** Takes the judgement back: what was suggested is a suggestion again, what was added is gone. */
  | { readonly kind: 'forget' }
  /** Flags as unsure, or takes the flag away. */
  | { readonly kind: 'doubt' }
  | { readonly kind: 'note'; readonly note: string }
  /** Gives the target another kind, or makes a mark where there is none. */
  | { readonly kind: 'mark'; readonly as: MarkKind }
  /** Moves an edge by a word, out or in. */
  | { readonly kind: 'resize'; readonly edge: 'start' | 'end'; readonly words: 1 | -1 }
  /** Says another value, in place of the attributes and parts that the target has. */
  | { readonly kind: 'describe'; readonly attributes: MarkAttributes; readonly parts?: Mark['parts'] }
  /**
   * Says of all that name the target's person, or the people of the names `from`, or have them for a speaker, that it is
   * the person of that name.
   */
  | { readonly kind: 'same person'; readonly name: string; readonly from?: readonly string[] }
  /** Says of the targets alone that they name the person of that name, or have them for a speaker. */
  | { readonly kind: 'other person'; readonly name: string }
  /** Takes a place for a mark, or a part of it, that is not sure of its own: one of those that `listUnsettled` gives. */
  | { readonly kind: 'settle'; readonly id: string; readonly role?: string; readonly place: number }
  /** Keeps a mark that has no sure place as it is. */
  | { readonly kind: 'keep'; readonly id: string }
  /** Gives a mark up, or a part of it. */
  | { readonly kind: 'drop'; readonly id: string; readonly role?: string };

/** Who acts, on what. */
export interface Acting extends Judged {
  readonly annotator: string;
  /** ISO 8601, UTC. */
  readonly time: string;
  readonly createId: () => string;
  /** What can be said of a stretch that is marked as a kind: the value of a date, the code of a country. */
  readonly describe: (kind: MarkKind, span: Span) => MarkAttributes;
}

/** A mark before and after an act; a side is missing where there was, or is, none. */
export interface Change {
  readonly before?: Kept;
  readonly after?: Kept;
}

/** What the act changes at the selections; nothing where it has nothing to do. Each mark is changed once. */
export function act(acting: Acting, what: Act, selections: readonly Span[]): readonly Change[] {
  const near = findNear(acting, selections);
  const meant = new Set(selections.flatMap((selection) => findTargets(near(selection), selection)));
  switch (what.kind) {
    case 'accept':
      return judgeAll(acting, meant, 'accepted');
    case 'reject':
      return judgeAll(acting, meant, 'rejected');
    case 'accept alike':
      return judgeAll(acting, alike(acting, meant, what.examples), 'accepted');
    case 'reject alike':
      return judgeAll(acting, alike(acting, meant, what.examples), 'rejected');
    case 'forget':
      return Array.from(meant).flatMap(({ kept }) => (kept ? { before: kept } : []));
    case 'doubt': {
      const unsure = !Array.from(meant).every(({ kept }) => kept?.mark.unsure);
      return Array.from(meant, (target) => change(acting, target, { unsure }));
    }
    case 'note':
      return Array.from(meant, (target) => change(acting, target, { note: what.note }));
    case 'mark':
      return selections.flatMap((selection) => mark(acting, near(selection), selection, what.as));
    case 'resize':
      return Array.from(meant).flatMap((target) => {
        const span = moveEdge(acting.text, target, what.edge, what.words);
        return span ? change(acting, target, { ...span, verdict: corrected(target) }) : [];
      });
    case 'describe':
      return Array.from(meant, (target) => {
        const { parts = target.parts } = what;
        const attributes = withTimex(target.kind, what.attributes);
        return change(acting, target, { attributes, parts, verdict: corrected(target) });
      });
    case 'settle':
      return settle(acting, what.id, what.role, what.place);
    case 'keep':
      return acting.kept
        .filter(({ mark }) => mark.id === what.id)
        .map((before) => {
          const { annotator, time: modified } = acting;
          return {
            before,
            after: { ...before, mark: { ...before.mark, annotator, modified, detached: true } },
          };
        });
    case 'drop':
      return acting.kept
        .filter(({ mark }) => mark.id === what.id)
        .map((before) => ({
          before,
          ...(what.role !== undefined && { after: dropPart(before, what.role) }),
        }));
    case 'same person': {
      const own = Array.from(meant).flatMap(({ attributes }) => attributes.entity ?? []);
      const names = new Set([...own, ...(what.from ?? [])]);
      const same = listTargets(acting).filter(
        (target) => meant.has(target) || (target.attributes.entity && names.has(target.attributes.entity)),
      );
      return same.map((target) => rename(acting, target, what.name));
    }
    case 'other person':
      return Array.from(meant)
        .filter(({ kind }) => kind === 'person' || kind === 'quote')
        .map((target) => rename(acting, target, what.name));
  }
}

/** The type of a date follows its value. */
function withTimex(kind: MarkKind, attributes: MarkAttributes): MarkAttributes {
  const { value, timex } = attributes;
  return kind === 'date' && value !== undefined
    ? { ...attributes, timex: toTimexType(value, timex) }
    : attributes;
}

function rename(acting: Acting, target: Target, entity: string): Change {
  return change(acting, target, {
    attributes: { ...target.attributes, entity },
    verdict: corrected(target),
  });
}

function judgeAll(acting: Acting, targets: Iterable<Target>, verdict: 'accepted' | 'rejected'): Change[] {
  return Array.from(targets).flatMap((target) => judge(acting, target, verdict));
}

/** What a person has added or corrected stays so when it is accepted again; what was added is gone when it is rejected. */
function judge(acting: Acting, target: Target, verdict: 'accepted' | 'rejected'): readonly Change[] {
  const { kept } = target;
  if (kept && verdict === 'rejected' && kept.mark.verdict === 'added') return [{ before: kept }];
  const own = kept?.mark.verdict;
  const next = verdict === 'accepted' && (own === 'added' || own === 'corrected') ? own : verdict;
  if (next === own && !kept?.mark.unsure) return [];
  return [change(acting, target, { verdict: next, unsure: false })];
}

function mark(
  acting: Acting,
  targets: readonly Target[],
  selection: Span,
  kind: MarkKind,
): readonly Change[] {
  const span = toMarkable(acting.text, selection);
  const meant = findTargets(targets, selection);
  const own =
    selection.start === selection.end
      ? meant[0]
      : (meant.find(
          ({ kind: other, start, end }) => other === kind && start === span?.start && end === span.end,
        ) ?? meant.find(({ start, end }) => start === span?.start && end === span.end));
  if (own?.kind === kind) return judge(acting, own, 'accepted');
  if (own) {
    const attributes = acting.describe(kind, own);
    return [change(acting, own, { kind, attributes, parts: {}, verdict: corrected(own) })];
  }
  if (!span) return [];
  const added: Target = { ...span, kind, attributes: acting.describe(kind, span), parts: {} };
  return [change(acting, added, { verdict: 'added' })];
}

function settle(
  { kept, time, annotator }: Acting,
  id: string,
  role: string | undefined,
  place: number,
): readonly Change[] {
  const one = listUnsettled(kept).find((each) => each.kept.mark.id === id && each.role === role);
  const span = one?.places[place];
  if (!one || !span) return [];
  const { mark, ...anchors } = settleAt(one.kept, role, span);
  return [{ before: one.kept, after: { ...anchors, mark: { ...mark, annotator, modified: time } } }];
}

function corrected({ kept }: Target): Verdict {
  return kept?.mark.verdict === 'added' ? 'added' : 'corrected';
}

function alike(
  acting: Acting,
  meant: ReadonlySet<Target>,
  given: readonly Example[] = [],
): readonly Target[] {
  const { text } = acting;
  const examples = [...given, ...Array.from(meant, (target) => toExample(text, target))];
  return listTargets(acting).filter(
    (target) =>
      meant.has(target) || (!target.kept && examples.some((example) => isAlike(example, text, target))),
  );
}

type Said = Partial<Pick<Mark, 'start' | 'end' | 'kind' | 'attributes' | 'parts' | 'verdict' | 'note'>> & {
  readonly unsure?: boolean;
};

function change({ annotator, time, createId }: Acting, target: Target, said: Said): Change {
  const { kept, rule: _rule, ...suggestion } = target;
  const { unsure = kept?.mark.unsure ?? false, ...rest } = said;
  const known: Mark = kept
    ? { ...kept.mark, modified: time }
    : { ...suggestion, id: createId(), verdict: 'accepted', annotator, created: time };
  const { unsure: _, ...mark } = known;
  const after = keep({ ...mark, ...rest, annotator, ...(unsure && { unsure }) });
  return { ...(kept && { before: kept }), after };
}
