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
export interface Occurrences {
  pass: number;
  count: number;
  readonly memories: Memories[];
}

/** Before the first pass. */
export function beginOccurrences(): Occurrences {
  return { pass: 0, count: 0, memories: [] };
}

/** The memories of the next time that a reading stands in the article, in a pass over it that has a number. */
export function nextMemories(own: Occurrences, pass: number): Memories {
  if (own.pass !== pass) own.count = 0;
  own.pass = pass;
  const known = own.memories[own.count];
  const memories = known ?? [];
  if (!known) own.memories.push(memories);
  own.count++;
  return memories;
}
