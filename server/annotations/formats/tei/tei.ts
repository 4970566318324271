import type { AnnotatedText } from '../annotation.ts';
import type { Format } from '../format.ts';
import { readTei } from './read.ts';
import { writeTei } from './write.ts';

/** TEI P5 (https://tei-c.org/guidelines/p5): persName, country, date and said around the words; elements do not cross. */
export const TEI: Format = {
  ...common('tei', 'inline'),
  title: 'TEI, inline (XML)',
  recognises: ({ content }) => isTei(content) && !/<spanGrp[\s>]/u.test(content),
};

/** TEI P5 with every mark beside the text, on anchors in it: they may cross. */
export const TEI_STANDOFF: Format = {
  ...common('tei-standoff', 'standOff'),
  title: 'TEI, standOff (XML)',
  recognises: ({ content }) => isTei(content) && /<spanGrp[\s>]/u.test(content),
};

function common(name: string, form: 'inline' | 'standOff'): Omit<Format, 'title' | 'recognises'> {
  return {
    name,
    endings: ['.tei.xml', '.xml'],
    units: 'inline',
    holds: ['attributes', 'parts', 'note'],
    hasLabels: false,
    write(article: AnnotatedText) {
      const { content, losses } = writeTei(article, form);
      return { files: [{ name: `${article.name}.tei.xml`, content }], losses };
    },
    read: (files) => files.map((file) => readTei(name, file)),
  };
}

function isTei(content: string): boolean {
  return /<(?:\w+:)?(?:TEI|teiCorpus)[\s>]/u.test(content.slice(0, 20_000));
}
