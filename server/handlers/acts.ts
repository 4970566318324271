import type { Article } from '../analysis/types.ts';
import type { Act, Change } from '../annotations/acts/act.ts';
import { fileNameOf } from '../folder/indexing.ts';
import { LIMIT } from '../library.ts';
import type { TextFiles } from '../marking/files.ts';
import { turn } from '../marking/layer.ts';
import type { Marking } from '../marking/marking.ts';
import type { Session } from '../session.ts';
import type { Span } from '../text/span.ts';

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
  /** Does something to an article, open or not; what could not be read is passed over. */
  inArticle(uri: string, work: (article: Article) => Promise<void>): Promise<void>;
  /** Does an act at some stretches of an article, open or not; gives what it has changed. */
  act(uri: string, what: Act, selections: readonly Span[]): Promise<readonly Change[]>;
  /** Keeps the changes that one act has made in each article, and gives them their number. */
  keep(done: readonly (readonly [uri: string, changes: readonly Change[]])[]): Numbered;
  /** Takes an act back in each article, or does it again; false where it is not known. */
  undo(number: number): Promise<boolean>;
  redo(number: number): Promise<boolean>;
}

/** The acts over marks, none at first. */
export function createActs(session: Session, files: TextFiles, marking: Marking): Acts {
  const { library, tellMarks } = session;
  const acts: ReadonlyMap<string, readonly Change[]>[] = [];

  async function inArticle(uri: string, work: (article: Article) => Promise<void>): Promise<void> {
    const { open, readAside } = await library();
    const opened = open(uri);
    if (opened) return work(opened.article);
    const text = await files.read(uri);
    if (text === undefined) return;
    await work(readAside(text, { fileName: fileNameOf(uri), limit: LIMIT }));
    await marking.close(uri);
  }

  async function revert(
    number: number,
    way: (changes: readonly Change[]) => readonly Change[],
  ): Promise<boolean> {
    const done = acts[number];
    for (const [uri, changes] of done ?? []) {
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
    keep(done) {
      const all = new Map(done.filter(([, changes]) => changes.length > 0));
      for (const uri of all.keys()) tellMarks(uri);
      const marks = [...all.values()].reduce((sum, changes) => sum + changes.length, 0);
      return { number: all.size === 0 ? undefined : acts.push(all) - 1, marks, articles: all.size };
    },
    undo: (number) => revert(number, (changes) => changes),
    redo: (number) => revert(number, turn),
  };
}
