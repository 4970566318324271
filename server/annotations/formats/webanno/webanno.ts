import type { Format } from '../format.ts';
import { readWebanno } from './read.ts';
import { writeWebanno } from './write.ts';

/** WebAnno TSV 3.3, which INCEpTION reads and writes: tokens in rows, layers in columns, parts as relations. */
export const WEBANNO: Format = {
  name: 'webanno-tsv',
  title: 'WebAnno TSV 3.3 (INCEpTION)',
  endings: ['.tsv'],
  units: 'UTF-16 code units',
  holds: ['attributes', 'parts', 'note'],
  hasLabels: true,
  write(article) {
    const { content, losses } = writeWebanno(article);
    return { files: [{ name: `${article.name}.tsv`, content }], losses };
  },
  read: (files, textOf) => files.map((file) => readWebanno(file, textOf)),
  recognises: ({ content }) => /^\ufeff?#FORMAT=WebAnno TSV 3/u.test(content),
};
