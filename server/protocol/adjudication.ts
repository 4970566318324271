import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Point } from '../annotations/adjudication/points.ts';
import type { Adjudicated } from '../marking/adjudicating.ts';
import type { Adjudication, AdjudicationPoint } from '../requests/layers.ts';
import { slice } from '../text/span.ts';
import { sayingOf } from './agreement.ts';
import { toRange } from './ranges.ts';

/** The layers of an article beside each other, as an editor shows them. */
export function toAdjudication(
  document: TextDocument,
  { layers, points, conflict, unplaced }: Adjudicated,
): Adjudication {
  const annotators = layers.map(({ annotator }) => annotator);
  return {
    annotators,
    points: points.map((point) => toAdjudicationPoint(document, point, annotators)),
    ...(conflict !== undefined && { conflict }),
    unplaced,
  };
}

function toAdjudicationPoint(
  document: TextDocument,
  { id, place, state, taken }: Point,
  annotators: readonly string[],
): AdjudicationPoint {
  const text = document.getText();
  return {
    ...{ id, state, range: toRange(document, place), differences: place.differences },
    readings: annotators.map((annotator, i) => {
      const mark = place.readings[i];
      if (!mark) return { annotator };
      const { kind, attributes } = mark;
      const words = slice(text, mark);
      return {
        annotator,
        range: toRange(document, mark),
        words,
        kind,
        attributes,
        says: sayingOf(text, mark),
      };
    }),
    taken: taken.map(({ mark }) => ({
      range: toRange(document, mark),
      kind: mark.kind,
      says: sayingOf(text, mark),
      isRejected: mark.verdict === 'rejected',
      decidedBy: mark.annotator,
    })),
  };
}
