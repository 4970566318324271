import { remember } from '../../analysis/remember.ts';
import { count, type JsonObject, parseObject } from './json.ts';
import { FIELDS, readStored, type StoredMark } from './stored.ts';

/** The version of the side file that this program writes. */
export const VERSION = 1;

/** A side file line for line. */
export interface SideFile {
  /** The first line, which says what the file is; undefined where there is none. */
  readonly header: JsonObject | undefined;
  readonly lines: readonly SideLine[];
  readonly problems: readonly SideFileProblem[];
  /** Written by a later version: to be shown, not to be written. */
  readonly newer: boolean;
  readonly lineEnd: '\n' | '\r\n';
}

export interface MarkLine {
  readonly kind: 'mark';
  readonly line: string;
  readonly raw: JsonObject;
  readonly stored: StoredMark;
}

export type SideLine =
  | MarkLine
  /** Kept as it is. */
  | { readonly kind: 'unread'; readonly line: string };

export interface SideFileProblem {
  /** Counted from 1. */
  readonly line: number;
  readonly reason: string;
}

/** What git leaves in a file of which both sides were changed; the lines of both sides stand between. */
const CONFLICT = /^(?:<{7}|\|{7}|={7}|>{7})(?: |$)/u;

/**
 * Reads a side file. Cannot fail: a line that is no mark is kept and told of. Of several lines with one id, as a
 * merge may leave them, the judgement made last counts.
 */
export function parseSideFile(text: string): SideFile {
  if (last?.text !== text) last = { text, file: readFile(text) };
  return last.file;
}

/** Takes in a file as it was printed, of the lines of marks alone, so that it need not be read again as a whole. */
export function rememberMarks(
  text: string,
  { header, lineEnd }: Pick<SideFile, 'header' | 'lineEnd'>,
  marks: readonly string[],
): void {
  readLine.turn();
  const lines = marks.map(readLine).filter((line) => line.kind === 'mark');
  const ids = new Set(lines.map(({ stored }) => stored.judgement.id));
  if (ids.size === marks.length)
    last = { text, file: { header, lines, problems: [], newer: false, lineEnd } };
}

/** The file that was read last: after each judgement the same one is asked for again. */
let last: { readonly text: string; readonly file: SideFile } | undefined;

function readFile(text: string): SideFile {
  readLine.turn();
  const problems: SideFileProblem[] = [];
  const marks = new Map<string, number>();
  const lines: SideLine[] = [];
  let header: JsonObject | undefined;
  for (const [i, line] of text
    .replace(/^\ufeff/u, '')
    .split(/\r?\n/u)
    .entries()) {
    if (line.trim() === '') continue;
    const tell = (reason: string): number => problems.push({ line: i + 1, reason });
    if (CONFLICT.test(line)) {
      tell('left from a merge; both sides are taken, and this line goes with the next writing');
      continue;
    }
    const own = readLine(line);
    if (own.kind === 'header') {
      header ??= own.raw;
      continue;
    }
    if (own.kind === 'unread' || own.kind === 'rest') {
      if (own.kind === 'unread') tell(`no mark: ${own.reason}; kept as it is`);
      lines.push({ kind: 'unread', line });
      continue;
    }
    const known = marks.get(own.stored.judgement.id);
    if (known === undefined) marks.set(own.stored.judgement.id, lines.push(own) - 1);
    else if (lastJudged(lines[known]) <= lastJudged(own)) lines[known] = own;
  }
  const version =
    header === undefined ? VERSION : (count(header, FIELDS.version) ?? Number.POSITIVE_INFINITY);
  const newer = VERSION < version;
  if (newer) problems.push({ line: 1, reason: `written by a later version (${version}); read only` });
  return { header, lines, problems, newer, lineEnd: text.includes('\r\n') ? '\r\n' : '\n' };
}

type ReadLine =
  | MarkLine
  | { readonly kind: 'header'; readonly raw: JsonObject }
  /** What a file of another tool said that marks cannot say. */
  | { readonly kind: 'rest' }
  | { readonly kind: 'unread'; readonly reason: string };

/** A file is read again after each judgement, and all of its lines but one are what they were. */
const readLine = remember<ReadLine>((line) => {
  const raw = parseObject(line);
  if (typeof raw === 'string') return { kind: 'unread', reason: raw };
  if (FIELDS.version in raw) return { kind: 'header', raw };
  if (FIELDS.rest in raw) return { kind: 'rest' };
  const stored = readStored(raw);
  return typeof stored === 'string'
    ? { kind: 'unread', reason: stored }
    : { kind: 'mark', line, raw, stored };
}, 16_000_000);

function lastJudged(line: SideLine | undefined): string {
  if (line?.kind !== 'mark') return '';
  const { created, modified } = line.stored.judgement;
  return modified ?? created;
}
