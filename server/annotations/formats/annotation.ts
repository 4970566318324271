import type { Mark } from '../mark.ts';
import type { JsonObject } from '../sideFile/json.ts';

/** What a mark says of a text; who said so, and when, where the files of a tool tell. */
export type Annotation = Pick<Mark, 'start' | 'end' | 'kind' | 'attributes' | 'parts' | 'note'> &
  Partial<Pick<Mark, 'id' | 'verdict' | 'annotator' | 'created' | 'modified' | 'unsure'>> & {
    /** Proposed by a program, judged by nobody. */
    readonly suggested?: true;
  };

/** A text with its annotations: what every format is written from and read into. */
export interface AnnotatedText {
  /** Name of the article's file, with the folders above it where several are told apart by them, joined by `/`. */
  readonly name: string;
  readonly text: string;
  readonly marks: readonly Annotation[];
  /** What files of several formats have said of the text that marks cannot say. */
  readonly rest: readonly Rest[];
}

/** What a file says that marks cannot: kept as it is, and written into files of the same format again. */
export interface Rest {
  /** Name of the format. */
  readonly format: string;
  /** Lines, byte for byte. */
  readonly lines?: readonly string[];
  /** Fields of the article. */
  readonly fields?: JsonObject;
  /** Fields of single marks, by the marks' ids. */
  readonly marks?: Readonly<Record<string, JsonObject>>;
}

/** A file by its name, which may have folders before it. */
export interface TextFile {
  readonly name: string;
  readonly content: string;
}

/** Something that a format cannot hold. */
export interface Loss {
  /** Whose it is; undefined where it is of the article. */
  readonly mark?: Annotation;
  /** `note`, `attributes.code`, `parts.speaker`, …; `mark` where the mark as a whole is left out. */
  readonly field: string;
  readonly reason: string;
}

/** The files of one article, and what they do not hold. */
export interface Written {
  readonly files: readonly TextFile[];
  readonly losses: readonly Loss[];
}

/** The text of an article by the name that a file calls it by; undefined where there is none. */
export type TextOf = (name: string) => string | undefined;
