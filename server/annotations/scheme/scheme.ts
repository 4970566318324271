/** What can be marked in the articles of a folder. */
export interface Scheme {
  /** In the order in which they are offered. */
  readonly kinds: readonly SchemeKind[];
}

/** A kind of mark. */
export interface SchemeKind {
  /** As it stands in side files and in what is exported: letters, figures, `-` and `_`. */
  readonly name: string;
  /** What people read; the name where it is missing. */
  readonly title?: string;
  /** The key that marks it in the annotate mode: one of `SCHEME_KEYS`. */
  readonly key?: string;
  readonly attributes: readonly SchemeAttribute[];
  /** Roles of other stretches that may belong to it, as speaker and cue to a quote. */
  readonly parts: readonly string[];
}

/** What a mark of a kind may say of its words. */
export interface SchemeAttribute {
  readonly name: string;
  readonly title?: string;
  /** The values there are; any text where they are missing. */
  readonly values?: readonly string[];
}

/** The name of the file that brings a folder's own scheme; it holds for the folder and those below it. */
export const SCHEME_FILE = 'newsmark.scheme.json';

/** The keys of the annotate mode that are free for a folder's own kinds. */
export const SCHEME_KEYS: readonly string[] = [...'bgjrty123456789'];

/** The four kinds of Newsmark. */
export const DEFAULT_SCHEME: Scheme = {
  kinds: [
    { name: 'person', key: 'p', attributes: [{ name: 'entity' }], parts: [] },
    {
      name: 'country',
      key: 'c',
      attributes: [{ name: 'code' }, { name: 'form', values: ['name', 'demonym', 'metonym', 'short'] }],
      parts: [],
    },
    {
      name: 'date',
      key: 'd',
      attributes: [
        { name: 'timex', values: ['DATE', 'TIME', 'DURATION', 'SET'] },
        { name: 'value' },
        { name: 'mod' },
      ],
      parts: [],
    },
    {
      name: 'quote',
      key: 'q',
      attributes: [
        { name: 'quotation', values: ['direct', 'mixed', 'indirect'] },
        { name: 'entity' },
        { name: 'stance', values: ['neutral', 'claim', 'denial', 'promise', 'question'] },
      ],
      parts: ['speaker', 'cue'],
    },
  ],
};

/** The kind of a name; undefined where the scheme has none. */
export function kindOf({ kinds }: Scheme, name: string): SchemeKind | undefined {
  return kinds.find((kind) => kind.name === name);
}

/** The kinds that a folder brings of its own, and those of Newsmark that it adds to. */
export function ownKinds({ kinds }: Scheme): readonly SchemeKind[] {
  return kinds.filter((kind) => !DEFAULT_SCHEME.kinds.includes(kind));
}
