import type { Article } from '../analysis/types.ts';
import type { Act, Change } from '../annotations/acts/act.ts';
import { fileNameOf } from '../folder/indexing.ts';
import { LIMIT } from '../library.ts';
import type { TextFiles } from '../marking/files.ts';
import { turn } from '../marking/layer.ts';
import type { Lexicons, Taught } from '../marking/lexicons.ts';
import type { Marking } from '../marking/marking.ts';
import type { Session } from '../session.ts';
import type { Span } from '../text/span.ts';

/** What an act has changed in each article, and the rules it has taught. */
interface Done {
  readonly articles: ReadonlyMap<string, readonly Change[]>;
  readonly taught: Taught | undefined;
}

/** What an act has come to. */
export interface Numbered {
  /** By which it is undone and done again; undefined where nothing has changed. */
  readonly number: number | undefined;
  /** How many marks it has changed in how many articles. */
  readonly marks: number;
  readonly articles: number;
}

/** The acts of this session, on one article or on many, open or not. */
export interface Acts {
  /** Does something to an article as it was found, open or not; what could not be read is passed over. */
  inArticle(uri: string, work: (found: Article) => Promise<void>): Promise<void>;
  /** Does an act at some stretches of an article, open or not; gives what it has changed. */
  act(uri: string, what: Act, selections: readonly Span[]): Promise<readonly Change[]>;
  /** Keeps the changes that one act has made in each article, and the rules it has taught, and gives it its number. */
  keep(done: readonly (readonly [uri: string, changes: readonly Change[]])[], taught?: Taught): Numbered;
  /** Takes an act back in each article, or does it again; false where it is not known. */
  undo(number: number): Promise<boolean>;
  redo(number: number): Promise<boolean>;
  /** Resolves when every mark that was made stands in its side file. */
  write(): Promise<void>;
}

/** The acts over marks, none at first. */
export function createActs(session: Session, files: TextFiles, marking: Marking, lexicons: Lexicons): Acts {
  const { library, tellMarks } = session;
  const acts: Done[] = [];

  async function inArticle(uri: string, work: (article: Article) => Promise<void>): Promise<void> {
    const { open, readAside } = await library();
    const opened = open(uri);
    if (opened) return work(opened.found);
    const text = await files.read(uri);
    if (text === undefined) return;
    await work(readAside(text, { fileName: fileNameOf(uri), limit: LIMIT }));
    await marking.close(uri);
  }

  async function revert(
    number: number,
    way: (changes: readonly Change[]) => readonly Change[],
    rule: (taught: Taught) => Promise<void>,
  ): Promise<boolean> {
    const done = acts[number];
    if (done?.taught) await rule(done.taught);
    for (const [uri, changes] of done?.articles ?? []) {
      await inArticle(uri, ({ text }) => marking.revert(uri, way(changes), text));
      tellMarks(uri);
    }
    return done !== undefined;
  }

  return {
    inArticle,
    async act(uri, what, selections) {
      let changes: readonly Change[] = [];
      await inArticle(uri, async (article) => {
        changes = await marking.act(uri, article, what, selections);
      });
      return changes;
    },
    keep(done, taught) {
      const articles = new Map(done.filter(([, changes]) => changes.length > 0));
      for (const uri of articles.keys()) tellMarks(uri);
      const marks = [...articles.values()].reduce((sum, changes) => sum + changes.length, 0);
      const number = articles.size === 0 && !taught ? undefined : acts.push({ articles, taught }) - 1;
      return { number, marks, articles: articles.size };
    },
    undo: (number) => revert(number, (changes) => changes, lexicons.takeBack),
    redo: (number) => revert(number, turn, lexicons.teachAgain),
    write: () => marking.write(),
  };
}
