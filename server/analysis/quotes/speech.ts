import { type Span, shift } from '../../text/span.ts';
import type { Token } from '../../text/tokens.ts';
import type { PlainParagraph, ReadParagraph } from '../reading.ts';
import type { Model } from '../tagger/model.ts';
import type { Name } from '../tagger/names.ts';
import type { Country, Cue, Entity, Person, Quotation, Speaker, StrayMark } from '../types.ts';
import { findMarks, type QuoteMark } from './marks.ts';
import { type Pairing, pairMarks, type Quoted } from './pairing.ts';
import { findReports, type Range, type Report } from './reports.ts';
import { typeOfSpeaker } from './speakers.ts';

/** The quotation marks, cues and reported clauses of a paragraph alone. */
export interface SpeechReading {
  readonly marks: readonly QuoteMark[];
  readonly pairing: Pairing;
  readonly reports: readonly Report[];
}

/** What is known of an article when its quotations are sought. */
export interface Named {
  readonly names: readonly Name[];
  readonly people: readonly Person[];
  readonly countries: readonly Country[];
  readonly entities: readonly Entity[];
}

/** Reads a paragraph for speech. */
export function readSpeech(_model: Model, paragraph: PlainParagraph): SpeechReading {
  const marks = findMarks(paragraph.text, paragraph.tokens);
  const pairing = pairMarks(marks);
  return { marks, pairing, reports: findReports(paragraph, pairing.quoted) };
}

/** The quotations of the article with speaker and cue, in order of place, and the marks without a partner. */
export function relateSpeech(
  _model: Model,
  paragraphs: readonly ReadParagraph[],
  named: Named,
): { readonly quotations: readonly Quotation[]; readonly strayMarks: readonly StrayMark[] } {
  const quotations: Quotation[] = [];
  const strayMarks: StrayMark[] = [];
  let group = 0;
  for (const { start, reading } of paragraphs) {
    const { marks, pairing, reports } = reading.speech;
    for (const [role, indices] of [
      ['opening', pairing.unclosed],
      ['closing', pairing.unopened],
    ] as const)
      for (const index of indices) {
        const mark = marks[index] as QuoteMark;
        strayMarks.push({ role, start: start + mark.start, end: start + mark.end });
      }
    const used = new Set<Quoted>();
    let latest:
      | { readonly cue: Cue; readonly speaker: Speaker | undefined; readonly group: number }
      | undefined;
    for (const report of reports) {
      const clause = toSpan(reading.tokens, report.clause);
      const cue: Cue = {
        ...shift(toSpan(reading.tokens, report.cue), start),
        lemma: report.word.lemma,
        stance: report.word.stance,
      };
      const speaker = report.speaker && readSpeaker(reading.tokens, report.speaker, start, named);
      latest = { cue, speaker, group: group++ };
      const pieces = pairing.quoted.filter(
        (quoted) => quoted.depth === 0 && quoted.start < clause.end && clause.start < quoted.end,
      );
      for (const piece of pieces) {
        if (used.has(piece)) continue;
        used.add(piece);
        const whole = piece.start <= clause.start && clause.end <= piece.end;
        quotations.push(toQuotation(shift(piece, start), whole ? 'direct' : 'mixed', latest));
      }
      if (pieces.length === 0) quotations.push(toQuotation(shift(clause, start), 'indirect', latest));
    }
    for (const quoted of pairing.quoted)
      if (quoted.depth === 0 && !used.has(quoted) && quoted.end - quoted.start > 40)
        quotations.push(toQuotation(shift(quoted, start), 'direct', latest ?? { group: group++ }));
  }
  quotations.sort((a, b) => a.start - b.start || b.end - a.end);
  strayMarks.sort((a, b) => a.start - b.start);
  return { quotations, strayMarks };
}

function toQuotation(
  { start, end }: Span,
  kind: Quotation['kind'],
  said: { readonly cue?: Cue; readonly speaker?: Speaker | undefined; readonly group: number },
): Quotation {
  const { cue, speaker, group } = said;
  return { start, end, kind, ...(speaker && { speaker }), ...(cue && { cue }), candidates: [], group };
}

function toSpan(tokens: readonly Token[], { first, last }: Range): Span {
  return { start: (tokens[first] as Token).start, end: (tokens[last - 1] as Token).end };
}

function readSpeaker(tokens: readonly Token[], range: Range, start: number, named: Named): Speaker {
  const span = shift(toSpan(tokens, range), start);
  const words = tokens.slice(range.first, range.last).map(({ lower }) => lower);
  return { ...span, ...typeOfSpeaker(span, words, named) };
}
