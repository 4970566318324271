import { type LexiconRule, neverKinds } from '../annotations/lexicon/rules.ts';
import { readScheme, type SchemeProblem } from '../annotations/scheme/readScheme.ts';
import {
  DEFAULT_SCHEME,
  kindOf,
  SCHEME_FILE,
  type Scheme,
  type SchemeAttribute,
} from '../annotations/scheme/scheme.ts';

/** The scheme that holds for an article, and what is wrong with its file: then it is the default scheme. */
export interface FoundScheme {
  readonly scheme: Scheme;
  /** URI of the file; undefined where there is none. */
  readonly file?: string;
  readonly problem?: SchemeProblem;
  /** What a folder has added to each kind, by its name: of a kind of its own all attributes. */
  readonly added: Readonly<Record<string, readonly SchemeAttribute[]>>;
}

/** The same with the rules that follow from it. */
export interface RulingScheme extends FoundScheme {
  /** Nothing is suggested of Newsmark's kinds that it leaves out: the same list until a scheme changes. */
  readonly leftOut: readonly LexiconRule[];
}

/** The schemes of folders. */
export interface Schemes {
  /** Of the nearest scheme file in the folder of an article, by its URI, or above it. */
  of(uri: string): Promise<RulingScheme>;
  /** Looks again: a scheme file has changed. */
  forget(): void;
}

/** The schemes as they are in files, each read once. */
export function createSchemes(read: (uri: string) => Promise<string | undefined>): Schemes {
  const known = new Map<string, Promise<RulingScheme>>();

  function inFolder(folder: string): Promise<RulingScheme> {
    const last = known.get(folder);
    if (last) return last;
    const found = find(folder);
    known.set(folder, found);
    return found;
  }

  async function find(folder: string): Promise<RulingScheme> {
    const file = `${folder}/${SCHEME_FILE}`;
    const text = await read(file).catch(() => undefined);
    if (text === undefined) {
      const above = parentOf(folder);
      return above === undefined ? DEFAULT : inFolder(above);
    }
    const reading = readScheme(text);
    return reading.kind === 'read'
      ? {
          scheme: reading.scheme,
          file,
          added: listAdded(reading.scheme),
          leftOut: listLeftOut(reading.scheme),
        }
      : { ...DEFAULT, file, problem: reading.problem };
  }

  return {
    async of(uri) {
      const folder = parentOf(uri);
      return folder === undefined ? DEFAULT : inFolder(folder);
    },
    forget: () => known.clear(),
  };
}

const DEFAULT: RulingScheme = { scheme: DEFAULT_SCHEME, added: {}, leftOut: [] };

function listLeftOut(scheme: Scheme): readonly LexiconRule[] {
  const kinds = DEFAULT_SCHEME.kinds.map(({ name }) => name);
  return neverKinds(kinds.filter((kind) => !kindOf(scheme, kind)));
}

function listAdded({ kinds }: Scheme): FoundScheme['added'] {
  return Object.fromEntries(
    kinds.map(({ name, attributes }) => {
      const known = kindOf(DEFAULT_SCHEME, name)?.attributes ?? [];
      return [name, attributes.filter((own) => !known.some((each) => each.name === own.name))];
    }),
  );
}

/** The URI without its last part; undefined for a root and for what has no folders. */
function parentOf(uri: string): string | undefined {
  const root = /^[^:/]+:(?:\/\/[^/]*)?/u.exec(uri)?.[0].length ?? 0;
  const end = uri.lastIndexOf('/');
  return end <= root ? undefined : uri.slice(0, end);
}
