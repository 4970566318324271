/** Thrown inside of readers alone, and caught where they are called: a place in a file that cannot be read. */
export class Malformed extends Error {
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;

  constructor(file: string, line: number, reason: string) {
    super(reason);
    this.file = file;
    this.line = line;
  }
}
