import type { Reading } from '../../analysis/reading.ts';
import type { Article } from '../../analysis/types.ts';
import { type Span, shift } from '../../text/span.ts';

const memories = new WeakMap<object, WeakMap<Reading, readonly Span[]>>();

/** What a function finds in each paragraph alone, in place. It is asked once for a paragraph as long as that is kept. */
export function inParagraphs<Found extends Span>(
  { paragraphs }: Article,
  find: (reading: Reading) => readonly Found[],
): readonly Found[] {
  const memory = memoryOf(find);
  const found: Found[] = [];
  for (const { start, reading } of paragraphs) {
    let known = memory.get(reading);
    if (known === undefined) {
      known = find(reading);
      memory.set(reading, known);
    }
    for (const span of known) found.push(shift(span, start));
  }
  return found;
}

/** One memory for each function; what it remembers lives as long as the reading of the paragraph. */
function memoryOf<Found extends Span>(
  find: (reading: Reading) => readonly Found[],
): WeakMap<Reading, readonly Found[]> {
  const memory = (memories.get(find) ?? new WeakMap()) as WeakMap<Reading, readonly Found[]>;
  memories.set(find, memory);
  return memory;
}
