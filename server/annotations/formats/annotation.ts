import type { Mark } from '../mark.ts';

/** What a mark says of a text, without who said so and when: what the files of other tools hold. */
export type Annotation = Pick<Mark, 'start' | 'end' | 'kind' | 'attributes' | 'parts' | 'note'>;

/** What was read of a file, or the first place where it is wrong: then nothing of it is read. */
export type Imported =
  | {
      readonly kind: 'read';
      readonly annotations: readonly Annotation[];
      /** Lines that hold what a mark cannot: to be written back as they are. */
      readonly kept: readonly string[];
    }
  | { readonly kind: 'refused'; readonly line: number; readonly reason: string };
