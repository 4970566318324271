import { TextDocument } from 'vscode-languageserver-textdocument';
import type { LayeredArticle } from '../annotations/agreement/layer.ts';
import type { AgreementReport } from '../annotations/agreement/report.ts';
import type { Mark } from '../annotations/mark.ts';
import type { AgreementPicture } from '../requests/layers.ts';
import { slice } from '../text/span.ts';
import { toLocation } from './ranges.ts';

/** How far annotators agree, as an editor shows it: each disagreement with the way there. */
export function toAgreement(
  { annotators, figures, articles, disagreements }: AgreementReport,
  sources: readonly LayeredArticle[],
): AgreementPicture {
  const documents = new Map(
    sources.map(({ name, text }) => [name, TextDocument.create(name, 'news-article', 0, text)]),
  );
  return {
    kind: 'agreement',
    annotators,
    figures,
    articles: articles.map(({ name, figures: own }) => ({ uri: name, figures: own })),
    disagreements: disagreements.flatMap(({ article, place, annotators: who }) => {
      const document = documents.get(article);
      if (!document) return [];
      const text = document.getText();
      return {
        words: slice(text, place),
        differences: place.differences,
        readings: place.readings.map((mark, i) => ({
          annotator: who[i] ?? '',
          ...(mark && { kind: mark.kind, says: sayingOf(text, mark) }),
        })),
        places: [toLocation(document, place)],
      };
    }),
  };
}

/** The words of a mark and what it says of them, in a line. */
export function sayingOf(text: string, mark: Mark): string {
  const parts = Object.entries(mark.parts).map(([role, span]) => `${role} “${slice(text, span)}”`);
  const values = [...Object.values(mark.attributes), ...parts].join(', ');
  return `“${slice(text, mark)}”${values === '' ? '' : ` (${values})`}`.replace(/\s+/gu, ' ');
}
