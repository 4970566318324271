import { createCodePoints } from '../../codePoints.ts';
import { keep } from '../../kept.ts';
import { toAnnotation } from '../../sideFile/annotation.ts';
import { type JsonObject, objectsIn } from '../../sideFile/json.ts';
import type { AnnotatedText } from '../annotation.ts';
import { restOf, without } from '../fields.ts';
import { EVERYTHING, type Format } from '../format.ts';
import { toItem } from './item.ts';
import { listSources, readW3c } from './read.ts';

/**
 * W3C Web Annotation (https://www.w3.org/TR/annotation-model): a page of annotations in JSON-LD, each with the words it
 * is about, their surroundings and their place. It holds all that a mark says, as the side file does; not the text.
 */
export const W3C: Format = {
  name: 'w3c',
  title: 'W3C Web Annotation (JSON-LD)',
  endings: ['.jsonld', '.json'],
  units: 'code points',
  holds: EVERYTHING,
  hasLabels: false,
  write: (article) => ({
    files: [
      { name: `${article.name}.jsonld`, content: `${JSON.stringify(toPage(article), undefined, 1)}\n` },
    ],
    losses: [],
  }),
  read: (files, textOf) =>
    files.filter(({ name }) => /json(?:ld)?$/u.test(name)).flatMap((file) => readW3c(file, textOf)),
  recognises: ({ content }) =>
    /^\ufeff?\s*[[{]/u.test(content) &&
    /"(?:http:\/\/www\.w3\.org\/ns\/anno\.jsonld|TextQuoteSelector|TextPositionSelector)"/u.test(content),
  needs: listSources,
};

function toPage(article: AnnotatedText): JsonObject {
  const { text, name, marks } = article;
  const rest = restOf(article, 'w3c');
  const points = createCodePoints(text);
  const used = new Set<string>();
  const items = marks.map((mark, i) => {
    const id = mark.id === undefined || used.has(mark.id) ? `urn:newsmark:mark:${i + 1}` : mark.id;
    used.add(id);
    return toItem({ ...mark, id }, rest?.marks?.[id], (own, old) =>
      toAnnotation(keep(own), { name, text }, points, old),
    );
  });
  return {
    '@context': ['http://www.w3.org/ns/anno.jsonld', { newsmark: 'urn:newsmark:' }],
    ...{ type: 'AnnotationPage', 'newsmark:article': name },
    ...without(rest?.fields ?? {}, 'items'),
    items: [...items, ...objectsIn(rest?.fields?.items)],
  };
}
