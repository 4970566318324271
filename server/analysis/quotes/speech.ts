import { byPlace, type Span } from '../../text/span.ts';
import type { PlainParagraph, ReadParagraph } from '../reading.ts';
import type { Model } from '../tagger/model.ts';
import type { Name } from '../tagger/names.ts';
import type { Country, Cue, Entity, Person, Quotation, Speaker, StrayMark } from '../types.ts';
import type { Range } from './cues.ts';
import { findMarks, type QuoteMark } from './marks.ts';
import { type Pairing, pairMarks, type Quoted } from './pairing.ts';
import { type Report, type Reports, readReports } from './reports.ts';
import { typeOfSpeaker } from './speakers.ts';
import { speechOf } from './speechModel.ts';
import type { Words } from './words.ts';

/** The quotation marks, cues and reported clauses of a paragraph alone. */
export interface SpeechReading extends Reports {
  readonly marks: readonly QuoteMark[];
  readonly pairing: Pairing;
}

/** What is known of an article when its quotations are sought. */
export interface Named {
  readonly names: readonly Name[];
  readonly people: readonly Person[];
  readonly countries: readonly Country[];
  readonly entities: readonly Entity[];
}

/** Reads a paragraph for speech. */
export function readSpeech(model: Model, paragraph: PlainParagraph): SpeechReading {
  const marks = findMarks(paragraph.text, paragraph.tokens);
  const pairing = pairMarks(marks);
  return { marks, pairing, ...readReports(speechOf(model), paragraph, pairing.quoted) };
}

/** Who said something, for all quotations of one saying. */
interface Saying {
  readonly speaker?: Speaker;
  readonly cue?: Cue;
  readonly group: number;
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
  let latest: Saying | undefined;
  for (const paragraph of paragraphs) {
    const { start, reading } = paragraph;
    const { pairing, marks, reports, quoted, words } = reading.speech;
    strayMarks.push(...findStray(pairing, marks, start));
    const sayings = reports.map((report) => toSaying(report, words, start, named, group++));
    const owned = quoted.filter(({ owner }) => owner !== 'nobody');
    for (const { quoted: span, owner } of owned) {
      const saying = typeof owner === 'number' ? sayings[owner] : latest;
      const { kind } = kindOf(span, words);
      quotations.push(toQuotation(move(span, start), kind, saying ?? { group: group++ }));
    }
    reports.forEach(({ clauses }, i) => {
      for (const clause of clauses) {
        const span = toSpan(words, clause);
        if (owned.some(({ quoted: other }) => other.start < span.end && span.start < other.end)) continue;
        quotations.push(toQuotation(move(span, start), 'indirect', sayings[i] as Saying));
      }
    });
    latest = sayings.at(-1) ?? latest;
  }
  quotations.sort(byPlace);
  return { quotations, strayMarks: strayMarks.sort(byPlace) };
}

function findStray(pairing: Pairing, marks: readonly QuoteMark[], start: number): readonly StrayMark[] {
  const toStray =
    (role: StrayMark['role']) =>
    (index: number): StrayMark => ({ ...move(marks[index] as QuoteMark, start), role });
  return [...pairing.unclosed.map(toStray('opening')), ...pairing.unopened.map(toStray('closing'))];
}

function toSaying(report: Report, words: Words, start: number, named: Named, group: number): Saying {
  const { lemma, stance } = report.cue.word;
  const cue: Cue = { ...move(toSpan(words, report.cue), start), lemma, stance };
  if (!report.speaker) return { cue, group };
  const span = move(toSpan(words, report.speaker), start);
  const lower = words.lower.slice(report.speaker.first, report.speaker.last);
  return { cue, group, speaker: { ...span, ...typeOfSpeaker(span, lower, named) } };
}

/** A quotation is direct where a sentence of somebody's stands in the marks, mixed where a part of one does. */
function kindOf(quoted: Quoted, words: Words): { readonly kind: 'direct' | 'mixed' } {
  const first = words.spans.findIndex(({ start }) => start >= quoted.start);
  return { kind: words.capitals[first] === 1 ? 'direct' : 'mixed' };
}

function toQuotation({ start, end }: Span, kind: Quotation['kind'], saying: Saying): Quotation {
  const { cue, speaker, group } = saying;
  return { start, end, kind, ...(speaker && { speaker }), ...(cue && { cue }), candidates: [], group };
}

function toSpan({ spans }: Words, { first, last }: Range): Span {
  return { start: (spans[first] as Span).start, end: (spans[last - 1] as Span).end };
}

function move({ start, end }: Span, distance: number): Span {
  return { start: start + distance, end: end + distance };
}
