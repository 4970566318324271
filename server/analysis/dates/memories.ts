import type { TimeExpression } from '../types.ts';
import type { Told } from './narrative.ts';
import type { Resolved } from './resolve.ts';

/** What an expression was last read against, and what came of it. */
export interface Memory {
  readonly published: string | undefined;
  readonly history: boolean;
  readonly dayFirst: boolean;
  readonly day: string | undefined;
  readonly date: string | undefined;
  readonly year: string | undefined;
  readonly yearIsNear: boolean;
  readonly resolved: Resolved;
  /** Which of the dates told before it counts from. */
  readonly from: 'day' | 'date' | 'year' | undefined;
  /** The value that later expressions may count from. */
  readonly countable: string | undefined;
  expression: TimeExpression | undefined;
  told: Told | undefined;
}

/** The memories of one paragraph's expressions, by index. */
export type Memories = (Memory | undefined)[];

/** The memories of a reading, for each time that its words stand in the article; they live as long as the reading. */
export class Occurrences {
  #pass = 0;
  #count = 0;
  readonly #memories: Memories[] = [];

  /** The memories of the next time that the reading stands in the article, in a pass over it that has a number. */
  next(pass: number): Memories {
    if (this.#pass !== pass) this.#count = 0;
    this.#pass = pass;
    const memories = this.#memories[this.#count] ?? [];
    this.#memories[this.#count++] = memories;
    return memories;
  }
}
