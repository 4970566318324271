/** The trained weights of the taggers. */
export interface Model {
  readonly bytes: Uint8Array;
}

/** Reads a model file; throws an Error that says what is wrong with it. */
export function readModel(bytes: Uint8Array): Model {
  return { bytes };
}
