import { byPlace } from '../../text/span.ts';
import type { PlainParagraph, ReadParagraph } from '../reading.ts';
import type { Model } from '../tagger/model.ts';
import type { NameReading } from '../tagger/names.ts';
import type { Entity, Person, Quotation, StrayMark } from '../types.ts';
import { announces, findBlock } from './blocks.ts';
import { followOpen, guessEnd, type Open, opensAgain } from './carry.ts';
import { findTurns, type Label, readLabel } from './labels.ts';
import { findMarks, type QuoteMark } from './marks.ts';
import { type Pairing, pairMarks } from './pairing.ts';
import { type Reports, readReports } from './reports.ts';
import { speechOf } from './speechModel.ts';
import { spokenOf } from './spoken.ts';
import { createTurns, isInOrder, type Saying } from './turns.ts';

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

/** The quotations of the article with speaker and cue, in order of place, and the marks without a partner. */
export function relateSpeech(
  paragraphs: readonly ReadParagraph[],
  { people, entities }: Named,
): { readonly quotations: readonly Quotation[]; readonly strayMarks: readonly StrayMark[] } {
  const turns = createTurns(people, entities);
  const strayMarks: StrayMark[] = [];
  const transcript = findTurns(paragraphs);
  let open: Open | undefined;
  // Whether the paragraph before announces a quotation, with a cue or without; and the block quotation that goes on.
  let announced: 'earlier' | 'nowhere' | undefined;
  let block: Saying | undefined;
  paragraphs.forEach((paragraph, index) => {
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
    open = next;
    turns.endParagraph(sayings);
  });
  if (open) strayMarks.push((open as Open).mark);
  const { quotations } = turns;
  return {
    quotations: isInOrder(quotations) ? quotations : [...quotations].sort(byPlace),
    strayMarks: isInOrder(strayMarks) ? strayMarks : strayMarks.sort(byPlace),
  };
}

function toStray({ role, start, end }: StrayMark, offset: number): StrayMark {
  return { role, start: offset + start, end: offset + end };
}

/** `Minister: no deal` */
function isHeadline(text: string): boolean {
  return text.length < 120 && !/["“”.!?]$/u.test(text);
}
