import type { Scheme } from '../scheme/scheme.ts';
import type { AnnotatedText, Annotation, TextFile, TextOf, Written } from './annotation.ts';

/** A format of another tool: how it is written, read and known by its looks. */
export interface Format {
  readonly name: string;
  /** What people call it. */
  readonly title: string;
  /** Endings of its files, the first is written. */
  readonly endings: readonly string[];
  readonly units: 'code points' | 'UTF-16 code units' | 'tokens' | 'inline' | 'paragraphs';
  /** The fields of an annotation that it has a place for, beside span and kind. */
  readonly holds: readonly Held[];
  /** Whether kinds are labels in capitals: `PERSON`, `DATE`. */
  readonly hasLabels: boolean;
  /** The files of one article, named after it; of `rest` only what is of this format. Cannot fail. */
  write(article: AnnotatedText): Written;
  /** Joins what was written of several articles into one file; undefined where each has files of its own. */
  readonly join?: (contents: readonly string[]) => string;
  /** Files for all of the articles together: the settings of the tool, by the scheme of their folder. */
  readonly configure?: (articles: readonly AnnotatedText[], scheme: Scheme) => readonly TextFile[];
  /** Reads files that belong together; throws `Malformed`. */
  read(files: readonly TextFile[], textOf: TextOf): readonly AnnotatedText[];
  /** Whether the file looks like one of the format. Cannot fail. */
  recognises(file: TextFile): boolean;
  /** Names, without endings, of the texts that a file is about where it does not hold them itself. */
  readonly needs?: (file: TextFile) => readonly string[];
}

export type Held = Exclude<keyof Annotation, 'start' | 'end' | 'kind' | 'id'>;

/** Of a format that has a place for all that a mark says. */
export const EVERYTHING: readonly Held[] = [
  ...(['attributes', 'parts', 'note', 'verdict', 'annotator', 'created', 'modified'] as const),
  ...(['unsure', 'suggested'] as const),
];
