import type { AnnotatedText } from '../annotation.ts';
import { baseOf, dropEnding, stemOf } from '../fileNames.ts';
import type { Format } from '../format.ts';
import { Malformed } from '../malformed.ts';
import { configureBrat } from './config.ts';
import { readBrat } from './read.ts';
import { writeBrat } from './write.ts';

const ENDING = '.ann';

/** brat: the text in a `.txt`, the annotations beside it in an `.ann`. */
export const BRAT: Format = {
  name: 'brat',
  title: 'brat standoff',
  endings: [ENDING],
  units: 'code points',
  holds: ['attributes', 'parts', 'note'],
  hasLabels: false,
  write(article) {
    const { standoff, losses } = writeBrat(article);
    const stem = stemOf(article.name);
    return {
      files: [
        { name: `${stem}.txt`, content: article.text },
        { name: `${stem}${ENDING}`, content: standoff },
      ],
      losses,
    };
  },
  configure: configureBrat,
  read(files, textOf) {
    const texts = new Map(files.map(({ name, content }) => [name, content]));
    return files
      .filter(({ name }) => name.endsWith(ENDING))
      .map((file): AnnotatedText => {
        const name = dropEnding(file.name, [ENDING]);
        const text = texts.get(`${name}.txt`) ?? textOf(name);
        if (text === undefined) throw new Malformed(file.name, 1, `its text ${baseOf(name)}.txt is missing`);
        const { marks, rest } = readBrat(text, file);
        return { name, text, marks, rest: rest ? [rest] : [] };
      });
  },
  recognises: ({ name, content }) =>
    name.endsWith(ENDING) && /^(?:\ufeff?(?:T\d+\t\S+ \d+ \d+|[REAMN#*]\S*\t).*)?(?:\r?\n|$)/u.test(content),
  needs: ({ name }) => [dropEnding(name, [ENDING])],
};
