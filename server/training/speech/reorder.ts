import { overlaps, type Span } from '../../text/span.ts';
import type { Random } from '../random.ts';
import type { GoldQuote, SpeechDocument } from './documents.ts';

/**
 * The document with the order of some of its reports turned round: `Officials said the bridge is safe.` becomes `The
 * bridge is safe, officials said.` Writers differ in which order they like, and the annotated texts mostly like one.
 */
export function reorder(document: SpeechDocument, random: Random, share: number): SpeechDocument {
  let turned = document;
  // From the end, so that what is still to come keeps its offsets.
  const order = document.quotes.map((_, index) => index);
  order.sort((a, b) => (document.quotes[b]?.start ?? 0) - (document.quotes[a]?.start ?? 0));
  for (const index of order)
    if (canTurn(turned, turned.quotes[index] as GoldQuote) && random() < share)
      turned = turn(turned, turned.quotes[index] as GoldQuote, random);
  return turned;
}

const BETWEEN = /^((?: [\p{L}\p{N}]+){0,4}?)(?:,|:)?\s(?:that )?$/u;

/** A whole sentence of speaker, cue and what is reported, whose cue reports nothing else. */
function canTurn({ text, quotes }: SpeechDocument, { start, end, kind, speaker, cue }: GoldQuote): boolean {
  if (!speaker || !cue || kind === 'mixed' || start < cue.end || cue.start < speaker.end) return false;
  // Between them an apposition may stand, and after the cue when or where it was said.
  if (!/^(?:,[^.,;:"]{0,60},)?\s(?:\w+ )?$/u.test(text.slice(speaker.end, cue.start))) return false;
  if (!BETWEEN.test(text.slice(cue.end, start))) return false;
  if (!/(?:^|[.!?]["”]?\s+|\n)$/u.test(text.slice(0, speaker.start).slice(-4))) return false;
  const close = kind === 'direct' ? text.slice(end - 2, end + 1) : text.slice(end, end + 1);
  if (!/[.!?]/u.test(close)) return false;
  const segment = { start: speaker.start, end };
  return quotes.every(
    (other) =>
      (other.start === start && other.end === end && other.cue === cue) ||
      !overlaps(other, segment) ||
      (start <= other.start && other.end <= end && other.cue?.start !== cue.start) ||
      (other.start <= segment.start && segment.end <= other.end),
  );
}

function turn({ id, text, quotes }: SpeechDocument, quote: GoldQuote, random: Random): SpeechDocument {
  const { start, end, kind } = quote;
  const speaker = quote.speaker as Span;
  const cue = quote.cue as Span;
  const after = kind === 'indirect' && /[.!?]/u.test(text[end] ?? '') ? end + 1 : end;
  const own = text.slice(start, end);
  const said = kind === 'direct' ? `${own} ` : `${own[0]?.toUpperCase()}${own.slice(1)}, `;
  const name = text.slice(speaker.start, speaker.end);
  const inText = /^(?:The|A|An|He|She|They|It|His|Her|Their|Its)\b/u.test(name)
    ? `${name[0]?.toLowerCase()}${name.slice(1)}`
    : name;
  const word = text.slice(cue.start, cue.end);
  const between = text.slice(speaker.end, cue.start);
  const when = BETWEEN.exec(text.slice(cue.end, start))?.[1] ?? '';
  const inverted = between === ' ' && / /u.test(name) && random() < 0.35;
  const tail = inverted ? `${word} ${inText}${when}.` : `${inText}${between}${word}${when}.`;
  const at = speaker.start;
  const grown = said.length + tail.length - (after - at);
  const speakerAt = at + said.length + (inverted ? word.length + 1 : 0);
  const cueAt = at + said.length + (inverted ? 0 : name.length + between.length);
  const move = (span: Span): Span => {
    if (span.start === speaker.start && span.end === speaker.end)
      return { start: speakerAt, end: speakerAt + name.length };
    if (span.start === cue.start && span.end === cue.end) return { start: cueAt, end: cueAt + word.length };
    if (span.start >= after) return { start: span.start + grown, end: span.end + grown };
    if (span.start >= start && span.end <= end)
      return { start: span.start - start + at, end: span.end - start + at };
    return span.end > after ? { start: span.start, end: span.end + grown } : span;
  };
  return {
    id,
    text: text.slice(0, at) + said + tail + text.slice(after),
    quotes: quotes.map((other) => ({
      ...move(other),
      kind: other.kind,
      ...(other.speaker && { speaker: move(other.speaker) }),
      ...(other.cue && { cue: move(other.cue) }),
    })),
  };
}
