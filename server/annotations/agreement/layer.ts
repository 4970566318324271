import { hasPlace, type Kept } from '../kept.ts';
import type { Mark } from '../mark.ts';

/** What one annotator says is in an article. */
export interface Layer {
  readonly annotator: string;
  /** Marks that stand for something; in order of place. */
  readonly marks: readonly Mark[];
}

/** An article with the layers of those who have annotated it; who found nothing has an empty layer. */
export interface LayeredArticle {
  /** Name or address. */
  readonly name: string;
  readonly text: string;
  readonly layers: readonly Layer[];
}

/** The annotator whose layer is made of the others' by adjudication. */
export const ADJUDICATED = 'adjudicated';

/** The annotator whose layer is made of the two sides of a merge of somebody's layer, until that is resolved. */
export function mergedName(annotator: string): string {
  return `${annotator}${MERGED}`;
}

const MERGED = ' (merged)';

/** Whether a layer is made of others: it is compared with nobody unless asked for. */
export function isResult(annotator: string): boolean {
  return annotator === ADJUDICATED || annotator.endsWith(MERGED);
}

/** The layer of a side file: without suggestions that were rejected, and without marks that have lost their place. */
export function toLayer(annotator: string, kept: readonly Kept[]): Layer {
  const marks = kept
    .filter((one) => hasPlace(one) && one.mark.verdict !== 'rejected')
    .map(({ mark }) => mark);
  return { annotator, marks };
}
