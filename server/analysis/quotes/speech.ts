import { byPlace } from '../../text/span.ts';
import type { PlainParagraph, ReadParagraph } from '../reading.ts';
import type { Model } from '../tagger/model.ts';
import type { NameReading } from '../tagger/names.ts';
import type { Entity, Person, Quotation, StrayMark } from '../types.ts';
import { findUnchanged, type Stand } from '../unchanged.ts';
import { announces, findBlock } from './blocks.ts';
import { followOpen, guessEnd, type Open, opensAgain } from './carry.ts';
import { findTurns, type Label, readLabel } from './labels.ts';
import { findMarks, type QuoteMark } from './marks.ts';
import { type Pairing, pairMarks } from './pairing.ts';
import { type Reports, readReports } from './reports.ts';
import { speechOf } from './speechModel.ts';
import { type Spoken, spokenOf } from './spoken.ts';
import { createTurns, isInOrder, type Saying, type Turns, type TurnsRest } from './turns.ts';

/** The quotation marks, cues and reported clauses of a paragraph alone. */
export interface SpeechReading extends Reports {
  readonly marks: readonly QuoteMark[];
  readonly pairing: Pairing;
  readonly label: Label | undefined;
}

/** What is known of an article when its quotations are sought. */
export interface Named {
  readonly people: readonly Person[];
  readonly entities: readonly Entity[];
}

/** Reads a paragraph for speech. */
export function readSpeech(model: Model, paragraph: PlainParagraph, names: NameReading): SpeechReading {
  const marks = findMarks(paragraph.text, paragraph.tokens);
  const pairing = pairMarks(marks, (start) => guessEnd(paragraph.text, start));
  const reports = readReports(speechOf(model), paragraph, pairing.quoted, names.labels);
  return { marks, pairing, label: readLabel(paragraph.text, reports.words), ...reports };
}

/** The quotations of an article with speaker and cue, in order of place, and the marks without a partner. */
export interface Speech {
  readonly quotations: readonly Quotation[];
  readonly strayMarks: readonly StrayMark[];
}

/** Finds who says what in an article. */
export type RelateSpeech = (paragraphs: readonly ReadParagraph[], named: Named) => Speech;

/** Relates the speech of an article again and again; up to the first paragraph that has changed it goes on from the last time. */
export function createSpeechRelater(): RelateSpeech {
  let last: Heard | undefined;
  return (paragraphs, named) => {
    const transcript = findTurns(paragraphs);
    const heard = hear(paragraphs, named, transcript, last);
    last = heard;
    const { turns, strayMarks } = heard;
    const { quotations } = turns;
    return {
      quotations: isInOrder(quotations) ? quotations : [...quotations].sort(byPlace),
      strayMarks: isInOrder(strayMarks) ? strayMarks : [...strayMarks].sort(byPlace),
    };
  };
}

/** An article as it was last heard. */
interface Heard extends Named {
  readonly paragraphs: readonly ReadParagraph[];
  readonly isTranscript: boolean;
  readonly turns: Turns;
  readonly strayMarks: readonly StrayMark[];
  readonly rests: readonly Rest[];
}

/** A place between two paragraphs where nothing is open: hearing can go on from here. */
interface Rest {
  /** Paragraphs before it, and the end of the last of them. */
  readonly index: number;
  readonly end: number;
  readonly strayMarks: number;
  readonly announced: Announced;
  readonly block: Saying | undefined;
  readonly turns: TurnsRest;
}

/** Whether the paragraph before announces a quotation, with a cue or without. */
type Announced = 'earlier' | 'nowhere' | undefined;

/** So many paragraphs lie between two rests at least. */
const STRETCH = 4;

function hear(
  paragraphs: readonly ReadParagraph[],
  { people, entities }: Named,
  transcript: ReadonlySet<Label>,
  last: Heard | undefined,
): Heard {
  const isTranscript = transcript.size > 0;
  const rest =
    last?.isTranscript === isTranscript ? findRest(last, { paragraphs, people, entities }) : undefined;
  const rests = rest && last ? last.rests.slice(0, last.rests.indexOf(rest) + 1) : [];
  const strayMarks = rest && last ? last.strayMarks.slice(0, rest.strayMarks) : [];
  const turns = createTurns(people, entities, rest && last && { rest: rest.turns, before: last.turns });
  let open: Open | undefined;
  let announced = rest?.announced;
  // The block quotation that goes on.
  let block = rest?.block;
  for (let index = rest?.index ?? 0; index < paragraphs.length; index++) {
    const paragraph = paragraphs[index] as ReadParagraph;
    const { start: offset, reading } = paragraph;
    const spoken = spokenOf(reading);
    const { label } = reading.speech;
    if (label && transcript.has(label)) {
      if (!label.plain) turns.quoteLabelled(label, paragraph, 'direct');
    } else if (index === 0 && label?.speaks && isHeadline(reading.text))
      turns.quoteLabelled(label, paragraph, 'indirect');
    const content = findBlock(reading.text);
    block = content === undefined ? undefined : (block ?? (announced && turns.unnamed(announced)));
    if (block && content) turns.quote(offset + content, paragraph.end, 'direct', block);
    const sayings = turns.hear(spoken.said, offset);
    announced = announces(reading.text) ? (sayings.length > 0 ? 'earlier' : 'nowhere') : undefined;
    open = quoteParagraph(paragraph, spoken, sayings, open, turns, strayMarks);
    turns.endParagraph(sayings);
    const own = open || index + 1 - (rests.at(-1)?.index ?? 0) < STRETCH ? undefined : turns.rest();
    if (own)
      rests.push({
        ...{ index: index + 1, end: paragraph.end, strayMarks: strayMarks.length },
        ...{ announced, block, turns: own },
      });
  }
  if (open) strayMarks.push(open.mark);
  return { paragraphs, people, entities, isTranscript, turns, strayMarks, rests };
}

/** The last rest that nothing before has changed: the same paragraphs in their places, the same people. */
function findRest(last: Heard, now: Named & Stand): Rest | undefined {
  if (last.entities !== now.entities && !haveSameGenders(last.entities, now.entities)) return undefined;
  const { paragraphs, until } = findUnchanged(last, now);
  return last.rests.findLast(({ index, end }) => index <= paragraphs && end <= until);
}

function haveSameGenders(a: readonly Entity[], b: readonly Entity[]): boolean {
  return a.length === b.length && a.every(({ gender }, i) => gender === b[i]?.gender);
}

/** Takes the quotations of a paragraph down; gives the one that it leaves open. */
function quoteParagraph(
  paragraph: ReadParagraph,
  spoken: Spoken,
  sayings: readonly Saying[],
  open: Open | undefined,
  turns: Turns,
  strayMarks: StrayMark[],
): Open | undefined {
  const offset = paragraph.start;
  const rest = open && followOpen(open, paragraph);
  const again = open && opensAgain(open, spoken, paragraph);
  if (open && !rest && !again) strayMarks.push(open.mark);
  if (open && rest) turns.extend(open.index, offset + rest.end);
  let next = open && rest && !rest.closes ? open : undefined;
  for (const quote of spoken.quotes) {
    const { start, end, kind, owner, opens, closes } = quote;
    // What stands in the quotation that goes on was no clause.
    if (rest && start < rest.end && !opens) continue;
    if (owner === 'nobody' && quote !== again) {
      if (!closes && spoken.opening) strayMarks.push(toStray(spoken.opening, offset));
      continue;
    }
    const saying =
      open && quote === again
        ? open.saying
        : typeof owner === 'number'
          ? (sayings[owner] as Saying)
          : turns.unnamed(owner === 'later' ? 'later' : 'earlier');
    turns.quote(offset + start, offset + end, kind, saying);
    if (!closes && spoken.opening) {
      const { family } = spoken.opening;
      const mark = toStray(spoken.opening, offset);
      next = { saying, index: turns.quotations.length - 1, family, mark };
    }
  }
  for (const { role, start, end } of spoken.stray)
    if (!(rest?.closes && role === 'closing' && end === rest.end))
      strayMarks.push(toStray({ role, start, end }, offset));
  return next;
}

function toStray({ role, start, end }: StrayMark, offset: number): StrayMark {
  return { role, start: offset + start, end: offset + end };
}

/** `Minister: no deal` */
function isHeadline(text: string): boolean {
  return text.length < 120 && !/["“”.!?]$/u.test(text);
}
