import type { AnnotatedText } from '../annotation.ts';
import { dropEnding, stemOf } from '../fileNames.ts';
import type { Format } from '../format.ts';
import { readConll } from './read.ts';
import { writeConll } from './write.ts';

const ENDINGS = ['.conll', '.iob', '.bio', '.txt'];

/** CoNLL-2003 (https://aclanthology.org/W03-0419): word, part of speech, chunk and tag; marks do not overlap. */
export const CONLL: Format = {
  ...common('conll2003'),
  title: 'CoNLL-2003',
  endings: ['.conll'],
  write: (article) => write(article, 'conll2003', '.conll', (word, tag) => `${word} -X- _ ${tag}`),
  recognises: ({ content }) => isTagged(content, 4),
};

/** IOB2: word and tag, a tab between them. */
export const IOB2: Format = {
  ...common('iob2'),
  title: 'IOB2 (word and tag)',
  endings: ['.iob'],
  write: (article) => write(article, 'iob2', '.iob', (word, tag) => `${word}\t${tag}`),
  recognises: ({ content }) => isTagged(content, 2),
};

function common(
  name: 'conll2003' | 'iob2',
): Pick<Format, 'name' | 'units' | 'holds' | 'hasLabels' | 'read' | 'needs'> {
  return {
    name,
    units: 'tokens',
    holds: [],
    hasLabels: true,
    read: (files, textOf) =>
      files.flatMap((file) => readConll(name, file, dropEnding(file.name, ENDINGS), textOf)),
    needs: (file) => [dropEnding(file.name, ENDINGS)],
  };
}

function write(
  article: AnnotatedText,
  format: string,
  ending: string,
  toLine: (word: string, tag: string) => string,
): ReturnType<Format['write']> {
  const { content, losses } = writeConll(article, format, toLine);
  return { files: [{ name: `${stemOf(article.name)}${ending}`, content }], losses };
}

/** Whether the first lines have so many columns, a tag in the last. */
function isTagged(content: string, columns: number): boolean {
  const lines = content
    .slice(0, 10_000)
    .split(/\r?\n/u)
    .filter((line) => line.trim() !== '' && !line.startsWith('-DOCSTART-'));
  const tagged = lines.slice(0, 20).slice(0, Math.max(1, lines.length - 1));
  return (
    tagged.length > 0 &&
    tagged.every((line) => {
      const cells = line.split(line.includes('\t') ? '\t' : / +/u);
      return (
        (columns === 2 ? cells.length === 2 : cells.length > 2) &&
        /^(?:O|[BIESLU]-\S+)$/u.test(cells.at(-1) ?? '')
      );
    })
  );
}
