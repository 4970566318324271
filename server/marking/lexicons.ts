import {
  extendLexicon,
  type FolderLexicon,
  forgetRules,
  type LexiconRule,
  parseLexicon,
  type Rule,
} from '../annotations/lexicon/rules.ts';
import type { TextFiles } from './files.ts';

/** Name of the lexicon of a folder. */
export const LEXICON = 'newsmark.lexicon';

/** What the lexicons need. */
export interface LexiconsHost {
  readonly files: TextFiles;
  /** The URI of the folder of the workspace that an article lies in; undefined where it lies in none. */
  rootOf(uri: string): string | undefined;
  /** A lexicon was read anew. */
  changed(lexiconUri: string, lexicon: FolderLexicon, text: string): void;
}

/** Rules that were written into a lexicon, to be taken back. */
export interface Taught {
  readonly lexiconUri: string;
  readonly rules: readonly Rule[];
  readonly remark: string;
}

/** The lexicons of the folders that articles lie in: read once, and again when somebody has changed them. */
export interface Lexicons {
  rulesOf(articleUri: string): Promise<readonly LexiconRule[]>;
  /** Writes rules for the folder of an article at the end of its lexicon; undefined where it says so already. */
  teach(articleUri: string, rules: readonly Rule[], remark: string): Promise<Taught | undefined>;
  /** Writes again what was taken back. */
  teachAgain(taught: Taught): Promise<void>;
  takeBack(taught: Taught): Promise<void>;
  /** A lexicon may have changed; without an address any of them. */
  look(lexiconUri?: string): Promise<void>;
}

/** Lexicons over files; a lexicon that cannot be read has no rules. */
export function createLexicons(host: LexiconsHost): Lexicons {
  const known = new Map<string, Promise<Read>>();

  function read(lexiconUri: string): Promise<Read> {
    const last = known.get(lexiconUri);
    if (last) return last;
    const reading = host.files.read(lexiconUri).then(
      (text = '') => toRead(text),
      () => toRead(''),
    );
    known.set(lexiconUri, reading);
    void reading.then(({ lexicon, text }) => {
      if (lexicon.problems.length > 0) host.changed(lexiconUri, lexicon, text);
    });
    return reading;
  }

  async function change(lexiconUri: string, update: (present: string) => string): Promise<void> {
    take(lexiconUri, await host.files.change(lexiconUri, update));
  }

  function take(lexiconUri: string, text: string): void {
    const now = toRead(text);
    known.set(lexiconUri, Promise.resolve(now));
    host.changed(lexiconUri, now.lexicon, text);
  }

  function lexiconOf(articleUri: string): string | undefined {
    const folder = host.rootOf(articleUri) ?? articleUri.slice(0, Math.max(0, articleUri.lastIndexOf('/')));
    return articleUri.startsWith('untitled:') || folder === '' ? undefined : `${folder}/${LEXICON}`;
  }

  return {
    async rulesOf(articleUri) {
      const lexiconUri = lexiconOf(articleUri);
      return lexiconUri === undefined ? NO_RULES : (await read(lexiconUri)).lexicon.rules;
    },
    async teach(articleUri, rules, remark) {
      const lexiconUri = lexiconOf(articleUri);
      if (lexiconUri === undefined || rules.length === 0) return undefined;
      let added: readonly Rule[] = [];
      await change(lexiconUri, (present) => {
        added = rules.filter((rule) => extendLexicon(present, [rule], remark) !== present);
        return extendLexicon(present, added, remark);
      });
      return added.length === 0 ? undefined : { lexiconUri, rules: added, remark };
    },
    teachAgain: ({ lexiconUri, rules, remark }) =>
      change(lexiconUri, (present) => extendLexicon(present, rules, remark)),
    takeBack: ({ lexiconUri, rules }) => change(lexiconUri, (present) => forgetRules(present, rules)),
    async look(lexiconUri) {
      // Editors write one address in several ways.
      const name = lexiconUri === undefined ? undefined : lastOf(lexiconUri);
      for (const uri of [...known.keys()].filter((each) => name === undefined || lastOf(each) === name)) {
        const [last, text = ''] = await Promise.all([known.get(uri), host.files.read(uri)]);
        if (last?.text !== text) take(uri, text);
      }
    },
  };
}

interface Read {
  readonly text: string;
  readonly lexicon: FolderLexicon;
}

const NO_RULES: readonly LexiconRule[] = [];

function toRead(text: string): Read {
  const lexicon = parseLexicon(text);
  return { text, lexicon: lexicon.rules.length === 0 ? { ...lexicon, rules: NO_RULES } : lexicon };
}

/** The folder and the name, which no two ways of writing an address tell apart. */
function lastOf(uri: string): string {
  const parts = uri.split('/').slice(-2).join('/');
  try {
    return decodeURIComponent(parts);
  } catch {
    return parts;
  }
}
