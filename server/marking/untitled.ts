import { followChange } from '../annotations/follow.ts';
import type { Kept } from '../annotations/kept.ts';

/** Marks of an article that had no file, waiting for the file that it was saved to. */
export interface Unsaved {
  readonly text: string;
  readonly kept: readonly Kept[];
}

/** Whether an article has not been saved yet. */
export function isUntitled(uri: string): boolean {
  return uri.startsWith('untitled:');
}

/** Where the marks of an article without a file are kept until it has one; undefined where the server may keep nothing. */
export function unsavedUriOf(uri: string, storage: string | undefined): string | undefined {
  return storage === undefined ? undefined : `${storage}/unsaved/${encodeURIComponent(uri)}.marks.jsonl`;
}

/** Whether one text is the other but for what editors change when they save: line ends, spaces at the ends of lines. */
export function isSaved(unsaved: string, saved: string): boolean {
  return toPlain(unsaved) !== '' && toPlain(unsaved) === toPlain(saved);
}

/** The marks in the text that was saved. */
export function moveToSaved({ text, kept }: Unsaved, saved: string): readonly Kept[] {
  return followChange(kept, text, { start: 0, end: text.length, text: saved });
}

function toPlain(text: string): string {
  return text
    .split(/\r?\n/u)
    .map((line) => line.trimEnd())
    .join('\n')
    .trimEnd();
}
