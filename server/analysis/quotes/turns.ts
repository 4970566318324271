import type { Span } from '../../text/span.ts';
import type { ReadParagraph } from '../reading.ts';
import type { Entity, Person, Quotation, Speaker } from '../types.ts';
import type { Label } from './labels.ts';
import { type Mention, toSpeaker } from './speakers.ts';
import type { Spoken } from './spoken.ts';

/** Who says something and with which word; one for all quotations of a saying. */
export type Saying = Pick<Quotation, 'speaker' | 'cue' | 'group'>;

/** Follows who speaks through an article, from paragraph to paragraph. */
export interface Turns {
  /** The sayings of a paragraph that starts at the offset; offsets must not go back. */
  hear(said: Spoken['said'], offset: number): readonly Saying[];
  /** A saying whose cue stands in an earlier or a later paragraph, or nowhere. */
  unnamed(where: 'earlier' | 'later' | 'nowhere'): Saying;
  /** What a paragraph says after the label that names its speaker. */
  quoteLabelled(label: Label, paragraph: ReadParagraph, kind: Quotation['kind']): void;
  quote(start: number, end: number, kind: Quotation['kind'], saying: Saying): void;
  /** Lets a quotation, given by its index, end later. */
  extend(index: number, end: number): void;
  /** Says that a paragraph with these sayings is over. */
  endParagraph(sayings: readonly Saying[]): void;
  /** Where it stands; undefined while quotations of before may still change. */
  rest(): TurnsRest | undefined;
  /** All quotations, in the order in which they were quoted. */
  readonly quotations: readonly Quotation[];
}

/** Who has spoken up to a place, and how much was quoted. */
export interface TurnsRest {
  readonly quotations: number;
  readonly recent: readonly Speaker[];
  readonly latest: Saying | undefined;
  readonly groups: number;
  readonly first: number;
}

const CANDIDATES = 3;
const NOBODY: readonly Speaker[] = [];
const BEGINNING: TurnsRest = { quotations: 0, recent: NOBODY, latest: undefined, groups: 0, first: 0 };

/** Nobody has spoken yet; or goes on from where other turns once stood, if the people before are the same. */
export function createTurns(
  people: readonly Person[],
  entities: readonly Entity[],
  from?: { readonly before: Turns; readonly rest: TurnsRest },
): Turns {
  const quotations: Quotation[] = from?.before.quotations.slice(0, from.rest.quotations) ?? [];
  /** Quotations that wait for a speaker of the next paragraph, as indices. */
  let waiting: number[] = [];
  let { recent, latest, groups, first } = from?.rest ?? BEGINNING;
  const name = (mention: Mention, offset: number): Speaker =>
    toSpeaker(mention, offset, first, people, entities, recent[0]);
  const passTo = (offset: number): void => {
    while (first < people.length && (people[first] as Person).end <= offset) first++;
  };
  return {
    quotations,
    hear(said, offset) {
      if (said.length === 0) return [];
      passTo(offset);
      return said.map(({ cue: { start, end, lemma, stance }, mention }) => {
        const cue = { start: offset + start, end: offset + end, lemma, stance };
        const group = groups++;
        return mention ? { speaker: name(mention, offset), cue, group } : { cue, group };
      });
    },
    unnamed(where) {
      const group = groups++;
      if (where === 'earlier') return { ...latest, group };
      if (where === 'later') waiting.push(quotations.length);
      return { group };
    },
    quoteLabelled({ mention, content }, { start, end }, kind) {
      passTo(start);
      const saying = { speaker: name(mention, start), group: groups++ };
      quotations.push({ start: start + content, end, kind, candidates: NOBODY, ...saying });
    },
    quote(start, end, kind, saying) {
      const { speaker, cue, group } = saying;
      if (speaker && cue) quotations.push({ start, end, kind, speaker, cue, candidates: NOBODY, group });
      else quotations.push({ start, end, kind, ...saying, candidates: speaker ? NOBODY : recent });
    },
    extend(index, end) {
      quotations[index] = { ...(quotations[index] as Quotation), end };
    },
    rest: () =>
      waiting.length > 0 ? undefined : { quotations: quotations.length, recent, latest, groups, first },
    endParagraph(sayings) {
      const [next] = sayings;
      if (!next) return;
      for (const index of waiting) {
        const { start, end, kind, candidates, group } = quotations[index] as Quotation;
        // A quotation of this paragraph waits on; no cue of the paragraph was its own.
        if (group > next.group) continue;
        const { speaker, cue } = next;
        quotations[index] = {
          ...{ start, end, kind, group, candidates: speaker ? NOBODY : candidates },
          ...(speaker && { speaker }),
          ...(cue && { cue }),
        };
      }
      waiting = waiting.filter((index) => (quotations[index] as Quotation).group > next.group);
      latest = sayings.at(-1);
      for (const { speaker } of sayings) if (speaker) recent = addRecent(speaker, recent);
    },
  };
}

function addRecent(speaker: Speaker, recent: readonly Speaker[]): readonly Speaker[] {
  const [last] = recent;
  if (last && isSame(speaker, last)) return [speaker, ...recent.slice(1)];
  return [speaker, ...recent.filter((other) => !isSame(speaker, other))].slice(0, CANDIDATES);
}

function isSame(a: Speaker, b: Speaker): boolean {
  return a.entity === undefined ? a.start === b.start : a.entity === b.entity;
}

/** Whether the spans begin in order. */
export function isInOrder(spans: readonly Span[]): boolean {
  for (let i = 1; i < spans.length; i++)
    if ((spans[i - 1] as Span).start > (spans[i] as Span).start) return false;
  return true;
}
