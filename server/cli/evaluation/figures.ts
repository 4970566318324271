/** Precision, recall and their harmonic mean, each from 0 to 1. */
export interface Figures {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly gold: number;
  readonly predicted: number;
}

/** Figures from counts: so many right of so many predicted and so many gold. */
export function toFigures(right: number, predicted: number, gold: number): Figures {
  return harmonic(predicted ? right / predicted : 0, gold ? right / gold : 0, gold, predicted);
}

/** Figures from precision and recall. */
export function harmonic(precision: number, recall: number, gold: number, predicted: number): Figures {
  const sum = precision + recall;
  return { precision, recall, f1: sum ? (2 * precision * recall) / sum : 0, gold, predicted };
}
