import { slice } from '../../text/span.ts';
import type { Suggestion } from '../suggestions.ts';

/** What others are compared with, in the same article or in another. */
export interface Example extends Pick<Suggestion, 'kind' | 'attributes'> {
  readonly words: string;
}

/** A suggestion as an example of those like it. */
export function toExample(text: string, suggestion: Suggestion): Example {
  const { kind, attributes } = suggestion;
  return { kind, attributes, words: slice(text, suggestion) };
}

/**
 * Whether a suggestion is judged like the example: it names the same person or country, has the same words for a time, or
 * is a quote of the same kind by the same speaker. What has no value is like what has the same words.
 */
export function isAlike(example: Example, text: string, suggestion: Suggestion): boolean {
  if (example.kind !== suggestion.kind) return false;
  switch (example.kind) {
    case 'person':
      return example.attributes.entity === undefined
        ? hasSameWords(example, text, suggestion)
        : isSame(example, suggestion, ['entity']);
    case 'country':
      return example.attributes.code === undefined
        ? hasSameWords(example, text, suggestion)
        : isSame(example, suggestion, ['code', 'form']);
    case 'quote':
      return isSame(example, suggestion, ['quotation', 'entity']);
    default:
      return hasSameWords(example, text, suggestion);
  }
}

function hasSameWords({ words }: Example, text: string, suggestion: Suggestion): boolean {
  return words.toLowerCase() === slice(text, suggestion).toLowerCase();
}

function isSame(example: Example, suggestion: Suggestion, keys: readonly string[]): boolean {
  return keys.every((key) => example.attributes[key] === suggestion.attributes[key]);
}
