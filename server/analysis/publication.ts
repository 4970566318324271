import { splitTokens } from '../text/tokens.ts';
import { isRealDay } from './dates/calendar.ts';
import { findTimes } from './dates/find.ts';
import type { Point } from './dates/meaning.ts';
import { splitTimeWords } from './dates/words.ts';
import { field } from './frontMatter.ts';
import type { ReadParagraph } from './reading.ts';
import type { FrontMatter, Publication } from './types.ts';

/** What the caller knows of an article beside its text. */
export interface Known {
  /** `YYYY-MM-DD`; stands above everything the text says. */
  readonly published?: string | undefined;
  /** File name without folders; a date in it counts. */
  readonly fileName?: string | undefined;
  /** Code units that are read at most; without it all of them. */
  readonly limit?: number | undefined;
}

/** Front matter fields that give the date, the first found counts. */
const FIELDS = ['published', 'date', 'publication date', 'pubdate', 'created'];

/** A date line or dateline stands within so many paragraphs and code units of the beginning. */
const HEAD = 4;
const DATELINE = 90;

/** The publication date: as given, else from the front matter, else from the file's name, else from the dateline. */
export function findPublication(
  known: Known,
  frontMatter: FrontMatter | undefined,
  paragraphs: readonly ReadParagraph[],
): Publication | undefined {
  return (
    fromArgument(known.published) ??
    fromFrontMatter(frontMatter) ??
    fromFileName(known.fileName) ??
    fromDateline(paragraphs)
  );
}

function fromArgument(published: string | undefined): Publication | undefined {
  const date = published === undefined ? undefined : readDay(published);
  return date === undefined ? undefined : { date, source: 'argument' };
}

function fromFrontMatter(frontMatter: FrontMatter | undefined): Publication | undefined {
  for (const key of FIELDS) {
    const found = field(frontMatter, key);
    const date = found && readDay(found.value);
    if (date) return { date, source: 'front matter', span: found.valueSpan };
  }
  return undefined;
}

/** A date in a file's name has its year first or is written out: `2019-03-26_summit.txt`, `20190326.txt`. */
function fromFileName(fileName: string | undefined): Publication | undefined {
  if (fileName === undefined) return undefined;
  const plain = /(?<!\d)(?<year>(?:19|20)\d\d)(?<mark>[-_. ]?)(?<month>\d\d)\k<mark>(?<day>\d\d)(?!\d)/u.exec(
    fileName,
  );
  const date = plain?.groups
    ? toReal(Number(plain.groups.year), Number(plain.groups.month), Number(plain.groups.day))
    : readDay(fileName.replace(/[_.]/gu, ' '));
  return date === undefined ? undefined : { date, source: 'file name' };
}

/** A line that is a date, or the date in a dateline: full dates only, at the head of the text. */
function fromDateline(paragraphs: readonly ReadParagraph[]): Publication | undefined {
  for (const paragraph of paragraphs.slice(0, HEAD)) {
    for (const time of paragraph.reading.times.expressions) {
      if (time.start > DATELINE) break;
      const date = time.meaning.kind === 'point' ? toDate(time.meaning) : undefined;
      if (date === undefined) continue;
      const { text } = paragraph.reading;
      const alone = time.start <= 20 && text.length - time.end <= 30;
      const dateline =
        /^[\p{Lu}\d][^.!?]*$/u.test(text.slice(0, time.start)) &&
        /^\W{0,3}(?:--|—|–|\)|-|:)/u.test(text.slice(time.end));
      if (!alone && !dateline) continue;
      const span = { start: paragraph.start + time.start, end: paragraph.start + time.end };
      return { date, source: 'dateline', span };
    }
  }
  return undefined;
}

/** The one full date that a short text gives, `YYYY-MM-DD`. */
function readDay(text: string): string | undefined {
  const iso = /^\s*(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)(?:[T ].*)?\s*$/u.exec(text);
  if (iso?.groups) return toReal(Number(iso.groups.year), Number(iso.groups.month), Number(iso.groups.day));
  const found = findTimes({ words: splitTimeWords(text, splitTokens(text)), scraped: false });
  for (const { meaning } of found) {
    const date = meaning.kind === 'point' ? toDate(meaning) : undefined;
    if (date) return date;
  }
  return undefined;
}

function toDate({ year, month, day, orders, beforeChrist }: Point): string | undefined {
  if (year === undefined || month === undefined || day === undefined || orders || beforeChrist)
    return undefined;
  return toReal(year, month, day);
}

/** A day that exists, in the centuries that have newspapers. */
function toReal(year: number, month: number, day: number): string | undefined {
  if (year < 1600 || 2199 < year || !isRealDay(year, month, day)) return undefined;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
