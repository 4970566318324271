import type { Article, Person, TimeExpression } from '../analysis/types.ts';
import { firstEndingAfter, overlaps, type Span } from '../text/span.ts';
import { isDay } from './calendar.ts';
import { dateInWords } from './dateWords.ts';
import { speakerName } from './mentions.ts';
import { paragraphAt } from './sentences.ts';

/** What an editor writes behind a stretch of text, as if it stood there. */
export interface InlayHint {
  readonly kind: 'name' | 'date' | 'speaker';
  readonly offset: number;
  readonly label: string;
  /** What it says when asked, and where it comes from. */
  readonly tooltip: string;
  readonly source?: Span;
}

/** Which kinds are wanted. */
export type WantedHints = Readonly<Record<InlayHint['kind'], boolean>>;

/**
 * The rest of a name that is cut short (once in a paragraph), the value of a date whose words do not say it, the speaker
 * whom the text names in other words: for a part of the text, in order of place.
 */
export function inlayHints(article: Article, within: Span, wanted: WantedHints): readonly InlayHint[] {
  const hints = [
    ...(wanted.name ? names(article, within) : []),
    ...(wanted.date ? dates(article, within) : []),
    ...(wanted.speaker ? speakers(article, within) : []),
  ];
  return hints.sort((a, b) => a.offset - b.offset);
}

function names(article: Article, within: Span): readonly InlayHint[] {
  const told = new Set<string>();
  return article.people.flatMap((person): InlayHint[] => {
    if (!overlaps(person, within)) return [];
    const entity = person.entity === undefined ? undefined : article.entities[person.entity];
    const rest = entity && missingWords(article, person, entity.name);
    if (!entity || !rest) return [];
    const key = `${person.entity} ${paragraphAt(article, person.start)?.start}`;
    if (told.has(key)) return [];
    told.add(key);
    const source = article.people[entity.introduction];
    return [
      { kind: 'name', offset: person.end, label: rest, tooltip: entity.name, ...(source && { source }) },
    ];
  });
}

/** The words of the full name that a mention leaves out; undefined where it leaves out none. */
function missingWords({ text }: Article, { start, end }: Person, name: string): string | undefined {
  const words = new Set(splitName(text.slice(start, end)));
  const missing = name.split(/\s+/u).filter((word) => splitName(word).some((part) => !words.has(part)));
  return missing.length === 0 ? undefined : missing.join(' ');
}

function splitName(name: string): readonly string[] {
  return name.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

function dates(article: Article, within: Span): readonly InlayHint[] {
  return article.dates.flatMap((date): InlayHint[] => {
    const { kind } = date.derivation;
    if (!overlaps(date, within) || (kind !== 'publication' && kind !== 'narrative')) return [];
    if (/_REF$/u.test(date.value) || isPlain(article, date)) return [];
    return [{ kind: 'date', offset: date.end, label: date.value, tooltip: dateInWords(date) }];
  });
}

/** The words name the year, or a day that is not in the calendar. */
function isPlain({ text }: Article, { start, end, value }: TimeExpression): boolean {
  const [year = '', month, day] = value.slice(0, 10).split('-');
  if (!/^\d{4}$/u.test(year)) return false;
  if (text.slice(start, end).includes(year)) return true;
  return month !== undefined && /^\d\d$/u.test(day ?? '') && !isDay(Number(year), Number(month), Number(day));
}

function speakers(article: Article, within: Span): readonly InlayHint[] {
  const told = new Set<number>();
  return article.quotations.flatMap((quotation): InlayHint[] => {
    const { speaker, end, group } = quotation;
    if (!speaker || !overlaps(quotation, within)) return [];
    const name = speakerName(article, speaker);
    const words = article.text.slice(speaker.start, speaker.end);
    if (words.includes(name) || told.has(group) || isNamedBeside(article, quotation, speaker)) return [];
    told.add(group);
    return [{ kind: 'speaker', offset: end, label: name, tooltip: `Said by ${name}`, source: speaker }];
  });
}

/** A name in the same paragraph needs no hint, a pronoun does. */
function isNamedBeside(article: Article, { start }: Span, speaker: Span): boolean {
  const named = article.people[firstEndingAfter(article.people, speaker.start)];
  if (!named || speaker.end <= named.start) return false;
  return paragraphAt(article, start) === paragraphAt(article, speaker.start);
}
