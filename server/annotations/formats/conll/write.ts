import { splitSentences } from '../../../text/sentences.ts';
import { byPlace, type Span } from '../../../text/span.ts';
import { splitTokens } from '../../../text/tokens.ts';
import type { AnnotatedText, Annotation, Loss } from '../annotation.ts';
import { cutTokens } from '../cutTokens.ts';
import { restOf } from '../fields.ts';
import { toLabel } from '../labels.ts';
import { alignWords } from './align.ts';
import { parseLine } from './lines.ts';

/**
 * A text as words with tags, a blank line between sentences. Of marks that lie over each other one is written: quotes
 * give way, then the shorter does. What was kept of a file comes back while its words are still those of the text.
 */
export function writeConll(
  article: AnnotatedText,
  format: string,
  toLine: (word: string, tag: string) => string,
): { readonly content: string; readonly losses: readonly Loss[] } {
  const { text, marks } = article;
  const losses: Loss[] = [];
  const flat = flatten(text, marks, losses);
  const kept = restOf(article, format)?.lines;
  const filled = kept && fillLines(text, kept, flat);
  if (filled) return { content: filled, losses };
  if (kept)
    losses.push({ field: 'rest', reason: 'its words are no longer those of the text or of its marks' });
  const ends = sentenceEnds(text, flat);
  const lines = [toLine('-DOCSTART-', 'O'), ''];
  for (const [token, tag] of tagTokens(cutTokens(text, flat), flat)) {
    lines.push(toLine(text.slice(token.start, token.end), tag));
    if (ends.has(token.end)) lines.push('');
  }
  return { content: `${lines.join('\n').trimEnd()}\n`, losses };
}

/** Marks that do not overlap and that words and tags can show. */
function flatten(text: string, marks: readonly Annotation[], losses: Loss[]): readonly Annotation[] {
  const byWeight = [...marks].sort(
    (a, b) =>
      Number(a.kind === 'quote') - Number(b.kind === 'quote') ||
      b.end - b.start - (a.end - a.start) ||
      byPlace(a, b),
  );
  const taken: (Annotation | undefined)[] = [];
  const flat = byWeight.filter((mark) => {
    const words = text.slice(mark.start, mark.end);
    const lose = (reason: string): boolean => {
      losses.push({ mark, field: 'mark', reason });
      return false;
    };
    if (/^\s|\s$/u.test(words)) return lose('it begins or ends with white space, which has no line');
    if (mark.kind === '' || /\s/u.test(mark.kind)) return lose('its kind is no single word');
    const other = taken.slice(mark.start, mark.end).find((own) => own !== undefined);
    if (other) return lose(`it lies over “${text.slice(other.start, other.end)}”, and a word has one tag`);
    for (let i = mark.start; i < mark.end; i++) taken[i] = mark;
    return true;
  });
  return flat.sort(byPlace);
}

function* tagTokens(
  tokens: readonly Span[],
  flat: readonly Annotation[],
): Generator<readonly [Span, string]> {
  let next = 0;
  for (const token of tokens) {
    while (next < flat.length && (flat[next] as Annotation).end <= token.start) next++;
    const mark = flat[next];
    if (!mark || token.start < mark.start) yield [token, 'O'];
    else yield [token, `${token.start === mark.start ? 'B' : 'I'}-${labelOf(mark)}`];
  }
}

function labelOf({ kind }: Annotation): string {
  return kind === 'person' ? 'PER' : toLabel(kind);
}

/** Where sentences and lines end, but for inside of a mark. */
function sentenceEnds(text: string, flat: readonly Annotation[]): ReadonlySet<number> {
  const tokens = splitTokens(text);
  const ends = new Set<number>();
  for (const { last } of splitSentences(tokens)) ends.add(tokens[last - 1]?.end ?? 0);
  for (const [i, { end }] of tokens.entries())
    if (/[\r\n]/u.test(text.slice(end, tokens[i + 1]?.start ?? text.length))) ends.add(end);
  for (const { start, end } of flat) for (let i = start + 1; i < end; i++) ends.delete(i);
  return ends;
}

/** The lines of a file with new tags; undefined where they do not fit the text or its marks. */
function fillLines(text: string, lines: readonly string[], flat: readonly Annotation[]): string | undefined {
  const parsed = lines.map((line) => parseLine(line));
  const words = parsed.flatMap((own) => (own ? [own.word] : []));
  const spans = alignWords(text, words);
  if ('wrong' in spans) return undefined;
  const [starts, ends] = [new Set(spans.map(({ start }) => start)), new Set(spans.map(({ end }) => end))];
  if (!flat.every(({ start, end }) => starts.has(start) && ends.has(end))) return undefined;
  const tags = tagTokens(spans, flat);
  let broken = false;
  let isStart = true;
  const filled = lines.map((line, i) => {
    const own = parsed[i];
    if (!own) {
      isStart = true;
      return line;
    }
    const [, tag] = tags.next().value ?? [];
    if (tag === undefined) return line;
    // A mark over two sentences would be read as two.
    if (isStart && tag.startsWith('I-')) broken = true;
    isStart = false;
    return line.slice(0, line.length - own.tag.length) + keepScheme(own.tag, tag, parsed[i - 1]?.tag);
  });
  return broken ? undefined : filled.join('\n');
}

/** The tag as the file wrote it, if it means the same: many files write B- only between two marks of a kind. */
function keepScheme(old: string, tag: string, before = 'O'): string {
  if (old === tag || tag === 'O') return tag;
  const [oldLabel, label] = [old.slice(2), tag.slice(2)];
  if (oldLabel.toLowerCase() !== label.toLowerCase()) return tag;
  const own = tag[0] === 'B' && old[0] === 'I' && before.slice(2) !== oldLabel ? 'I' : tag[0];
  return `${own}-${oldLabel}`;
}
