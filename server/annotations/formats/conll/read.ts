import type { AnnotatedText, Annotation, TextFile, TextOf } from '../annotation.ts';
import { createIds, nameArticle } from '../ids.ts';
import { fromLabel } from '../labels.ts';
import { Malformed } from '../malformed.ts';
import { alignWords } from './align.ts';
import { parseLine } from './lines.ts';

interface Line {
  readonly number: number;
  readonly line: string;
}

/**
 * The articles of a file of words and tags, with IOB1, IOB2 or BIOES tags. The text is the article's of that name, where it
 * is known, and has to have just these words; else the words with spaces between them. Lines with other columns than ours
 * are kept. Throws `Malformed`.
 */
export function readConll(
  format: string,
  file: TextFile,
  name: string,
  textOf: TextOf,
): readonly AnnotatedText[] {
  const articles: Line[][] = [[]];
  for (const [i, line] of file.content
    .replace(/^\ufeff/u, '')
    .split('\n')
    .entries()) {
    const begins = line.startsWith('-DOCSTART-');
    if (begins && articles.at(-1)?.some((own) => own.line.trim() !== '')) articles.push([]);
    articles.at(-1)?.push({ number: i + 1, line });
  }
  return articles.map((lines, i) =>
    readArticle(format, file, nameArticle(name, i, articles.length), lines, textOf),
  );
}

function readArticle(
  format: string,
  file: TextFile,
  name: string,
  lines: readonly Line[],
  textOf: TextOf,
): AnnotatedText {
  const fail = (number: number, reason: string): never => {
    throw new Malformed(file.name, number, reason);
  };
  const sentences: { word: string; tag: string; number: number }[][] = [[]];
  for (const { number, line } of lines) {
    const own = parseLine(line);
    if (own?.tag === '') return fail(number, 'its last column is no tag: O, B-… or I-…');
    if (own && /\s/u.test(own.word)) return fail(number, 'its word has white space in it');
    if (own) sentences.at(-1)?.push({ ...own, number });
    else if (sentences.at(-1)?.length) sentences.push([]);
  }
  const words = sentences.flat();
  const known = textOf(name);
  const text =
    known ??
    sentences
      .filter((own) => own.length > 0)
      .map((own) => own.map(({ word }) => word).join(' '))
      .join('\n');
  const spans = alignWords(
    text,
    words.map(({ word }) => word),
  );
  if ('wrong' in spans) {
    const word = words[spans.wrong];
    return fail(
      word?.number ?? lines.at(-1)?.number ?? 1,
      word
        ? `the text of ${name} does not have “${word.word}” there`
        : `the text of ${name} goes on behind the last word`,
    );
  }
  const idOf = createIds(format);
  const marks: Annotation[] = [];
  let at = 0;
  for (const sentence of sentences) {
    let open: { start: number; end: number; label: string } | undefined;
    const close = (): void => {
      if (open) marks.push(toMark(open, idOf));
      open = undefined;
    };
    for (const { tag } of sentence) {
      const span = spans[at++] ?? { start: 0, end: 0 };
      const [letter, label] = [tag[0] ?? 'O', tag.slice(2)];
      const begins = letter === 'B' || letter === 'S' || letter === 'U' || open?.label !== label;
      if (letter === 'O' || begins) close();
      if (letter === 'O') continue;
      open = { start: open?.start ?? span.start, end: span.end, label };
      if (letter === 'E' || letter === 'S' || letter === 'L' || letter === 'U') close();
    }
    close();
  }
  const isOurs = words.every(({ word, tag, number }, i) => {
    const own = lines[number - (lines[0]?.number ?? 1)]?.line;
    return spans[i] !== undefined && (own === `${word} -X- _ ${tag}` || own === `${word}\t${tag}`);
  });
  const rest = isOurs ? [] : [{ format, lines: lines.map(({ line }) => line) }];
  return { name, text, marks, rest };
}

function toMark(
  { start, end, label }: { readonly start: number; readonly end: number; readonly label: string },
  idOf: ReturnType<typeof createIds>,
): Annotation {
  const mark = { start, end, kind: fromLabel(label), attributes: {}, parts: {} };
  return { ...mark, id: idOf(mark) };
}
