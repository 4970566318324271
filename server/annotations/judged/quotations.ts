import type { Article, Cue, Quotation, Speaker } from '../../analysis/types.ts';
import { byPlace, type Span, slice } from '../../text/span.ts';
import { placeKey, rememberMade, type Said, type Saying } from './said.ts';

const KINDS: ReadonlySet<string> = new Set<Quotation['kind']>(['direct', 'mixed', 'indirect']);
const STANCES: ReadonlySet<string> = new Set<Cue['stance']>([
  'neutral',
  'claim',
  'denial',
  'promise',
  'question',
]);

/** The index of the person of a name, which is `likely` if that has the name. */
export type NameEntity = (name: string, likely: number | undefined) => number;

/** The quotations with their speakers. They may nest. */
export function judgeQuotations(
  { quotations, text }: Article,
  said: Said,
  nameEntity: NameEntity,
): readonly Quotation[] {
  const open = quotations.filter((quotation) => said.isOpen('quote', quotation));
  const sayings = said.of('quote');
  if (sayings.length === 0) return open.length === quotations.length ? quotations : open;
  const places = new Map(quotations.map((quotation) => [placeKey(quotation), quotation]));
  const told = sayings.flatMap(
    (saying) => toQuotation(saying, places.get(placeKey(saying)), { text, nameEntity }) ?? [],
  );
  return [...open, ...told].sort(byPlace);
}

interface Context {
  readonly text: string;
  readonly nameEntity: NameEntity;
}

const toQuotation = rememberMade(
  (saying: Saying, found: Quotation | undefined, { text, nameEntity }: Context): Quotation => {
    const { start, end, attributes, parts, judgement } = saying;
    const speaker = toSpeaker(saying, found, nameEntity);
    const cue = parts.cue && toCue(text, parts.cue, attributes.stance, found?.cue);
    const { quotation = '' } = attributes;
    return {
      ...{ start, end },
      kind: KINDS.has(quotation) ? (quotation as Quotation['kind']) : 'indirect',
      ...(speaker && { speaker }),
      ...(cue && { cue }),
      candidates: speaker ? [] : (found?.candidates ?? []),
      // No number of those that are found is below nought.
      group: found?.group ?? -1 - start,
      ...(judgement && { judgement }),
    };
  },
  ({ speaker }, { attributes: { entity: name } }, { nameEntity }) =>
    name === undefined || nameEntity(name, speaker?.entity) === speaker?.entity,
);

/** Who was named without a place in the text speaks from where the words begin. */
function toSpeaker(
  { start, attributes, parts }: Saying,
  found: Quotation | undefined,
  nameEntity: NameEntity,
): Speaker | undefined {
  const { entity: name } = attributes;
  const span = parts.speaker ?? (name === undefined ? undefined : { start, end: start });
  if (!span) return undefined;
  const own = { start: span.start, end: span.end };
  if (name !== undefined) return { ...own, type: 'person', entity: nameEntity(name, found?.speaker?.entity) };
  const same = [found?.speaker, ...(found?.candidates ?? [])].find((each) => each && isSame(each, span));
  return { ...own, type: same?.type ?? 'unnamed' };
}

function toCue(text: string, span: Span, stance: string | undefined, found: Cue | undefined): Cue {
  if (found && isSame(found, span)) return found;
  return {
    ...{ start: span.start, end: span.end },
    lemma: slice(text, span).toLowerCase(),
    stance: stance !== undefined && STANCES.has(stance) ? (stance as Cue['stance']) : 'neutral',
  };
}

function isSame(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}
