import {
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type WorkDoneProgressServerReporter,
} from 'vscode-languageserver';
import type { LexiconRule } from '../annotations/lexicon/rules.ts';
import { SCHEME_FILE } from '../annotations/scheme/scheme.ts';
import {
  type ArticleFiles,
  fileNameOf,
  indexFolder,
  isArticleName,
  type StoreFile,
  type SummariseText,
} from '../folder/indexing.ts';
import { LEXICON } from '../marking/lexicons.ts';
import { sideUriOf } from '../marking/marking.ts';
import type { FolderChanged } from '../requests/folder.ts';
import type { Session } from '../session.ts';
import { openThroughClient } from './clientFolder.ts';
import { type FolderMarks, findFolderMarks } from './folderMarks.ts';

/** The articles of some folders, and what reads them. */
export interface FolderAccess {
  readonly files: ArticleFiles;
  /** The files that hold the marks of people. */
  readonly sideFiles: ArticleFiles;
  /** Where what was read is kept; undefined: nowhere. */
  readonly store: StoreFile | undefined;
  readonly summarise: SummariseText;
  /** How many articles are read at once. */
  readonly width: number;
  /** Names the analysis: what another one kept is not used. */
  readonly version: string;
}

/** Opens folders by their URIs; `storage` is the URI of a folder where something may be kept. */
export type OpenFolder = (
  folders: readonly string[],
  storage: string | undefined,
) => Promise<FolderAccess | undefined>;

/** What becomes of the folder. */
export interface FolderEvents {
  /** Resolves at the next change of an article. */
  changed(): Promise<void>;
  /** Grows with each change of an article. */
  revisionOf(uri: string): number;
  /** The text of an article, as it stands in the editor where it is open; undefined where it is gone. */
  textOf(uri: string): Promise<string | undefined>;
  /** The URI of the folder of the workspace that a file lies in, without a slash at its end; undefined for others. */
  rootOf(uri: string): string | undefined;
}

/** So long, in milliseconds, changes wait to be told together. */
const TOGETHER = 200;
/** More changes than these are told without their addresses. */
const MOST_TOLD = 50;
/** While the folder is read, the client is told after so many hundredths of it. */
const STEP = 5;

/** The files that are articles wherever they lie. */
const ARTICLES = '**/*.{article,news}';
/** Where the marks of people are kept. */
const SIDE_FILES = '**/*.marks.jsonl';
/** What a folder brings of its own. */
const SCHEMES = `**/${SCHEME_FILE}`;
/** What holds for all articles of a folder. */
const LEXICONS = `**/${LEXICON}`;

/** Reads the folders in the background once the client is ready, and follows their files. */
export function followFolder(
  session: Session,
  openFolder: OpenFolder,
): FolderEvents & { readonly begin: (folders: readonly string[]) => void } {
  const { connection, library, client, documents, onFiles, settingsOf } = session;
  const revisions = new Map<string, number>();
  let waiting: (() => void)[] = [];
  let folders: readonly string[] = [];
  let access: FolderAccess | undefined;
  let marks: FolderMarks | undefined;
  // What the client has not been told yet; with an empty address in it, of any article.
  let untold: Set<string> | undefined;
  // The rules of each folder, as they were when its articles were last looked at.
  let ruled: readonly (readonly LexiconRule[])[] | undefined;
  let watchesText = false;
  let current = new AbortController();

  function announce(uris: Iterable<string>): void {
    for (const uri of uris) revisions.set(uri, (revisions.get(uri) ?? 0) + 1);
    const told = waiting;
    waiting = [];
    for (const tell of told) tell();
    tellClient(uris);
  }

  /** Tells the client of articles that have changed, or that any may have. */
  function tellClient(uris?: Iterable<string>): void {
    if (!untold)
      setTimeout(() => {
        const uris = [...(untold ?? [])];
        const isLong = MOST_TOLD < uris.length || uris.includes('');
        const told: FolderChanged = isLong ? {} : { uris };
        untold = undefined;
        void connection.sendNotification('newsmark/folderChanged', told);
      }, TOGETHER);
    untold ??= new Set();
    for (const uri of uris ?? ['']) untold.add(uri);
  }

  async function index(): Promise<void> {
    current.abort();
    current = new AbortController();
    const { signal } = current;
    const opened =
      folders.length === 0
        ? undefined
        : ((await openFolder(folders, client().storage)) ?? (await openThroughClient(session)));
    access = opened;
    if (!opened || signal.aborted) return;
    marks = await findFolderMarks(session, opened);
    ruled = await Promise.all(folders.map((folder) => session.rulesOf(`${folder}/`)));
    const { marksOf } = marks;
    const all = (await library()).folder();
    // An open article is as it stands in the editor.
    const put: typeof all.put = (uri, ...read) => documents.get(uri) || all.put(uri, ...read);
    const folder = { ...all, put };
    const progress = await showProgress();
    progress?.token.onCancellationRequested(() => current.abort());
    let last = 0;
    const onProgress = (done: number, all: number): void => {
      const percent = Math.floor((100 * done) / all);
      if (percent === last) return;
      last = percent;
      progress?.report(percent, `${done} / ${all}`);
      if (percent % STEP === 0) tellClient();
    };
    try {
      await indexFolder(folder, { ...opened, marksOf, signal, onProgress });
    } catch (error) {
      connection.console.error(`Newsmark could not read the folder: ${error}`);
    } finally {
      progress?.done();
    }
    announce(folder.uris());
  }

  async function showProgress(): Promise<WorkDoneProgressServerReporter | undefined> {
    if (!client().showsProgress) return undefined;
    const progress = await connection.window.createWorkDoneProgress();
    progress.begin('Newsmark reads the folder', 0, undefined, true);
    return progress;
  }

  /** Reads one file anew, or forgets it where it is gone. An open article is as it stands in the editor. */
  async function reread(uri: string): Promise<void> {
    if (documents.get(uri)) return;
    const text = await access?.files.read(uri);
    const folder = (await library()).folder();
    const summary = text === undefined ? undefined : await access?.summarise(text, fileNameOf(uri));
    const marked = text && summary ? await marks?.marksOf(uri, text, summary) : undefined;
    if (documents.get(uri)) return;
    if (summary) folder.put(uri, summary, marked);
    else folder.remove(uri);
    announce([uri]);
  }

  onFiles(async (changes) => {
    for (const { uri, type } of changes) {
      const article = marks?.add(uri);
      if (article !== undefined) await remark(article);
      if (!isArticleName(uri) && !(await library()).folder().readOf(uri)) continue;
      if (type !== FileChangeType.Deleted) await reread(uri);
      else if (!documents.get(uri)) {
        (await library()).folder().remove(uri);
        announce([uri]);
      }
    }
  });
  // Plain text that an editor takes for an article belongs to the folder from then on.
  documents.onDidOpen(({ document: { uri } }) => {
    if (!/\.txt$/iu.test(uri) || watchesText || !client().registersWatchers) return;
    watchesText = true;
    void connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: [{ globPattern: '**/*.txt' }],
    });
  });
  documents.onDidClose(({ document }) => void reread(document.uri));
  session.onMarks(remark);
  session.onRules(() => void takeRules());
  // Another annotator has other marks.
  session.onSettings(async () => {
    for (const uri of marks?.articles() ?? []) await remark(uri);
  });

  /** Takes in the marks of an article, from memory where it is open, else from its side file. */
  async function remark(uri: string): Promise<void> {
    if (!documents.get(uri)) {
      marks?.add(sideUriOf(uri, (await settingsOf(uri)).annotator));
      await takeMarks(uri);
    }
    tellClient([uri]);
  }

  async function takeMarks(uri: string): Promise<void> {
    const text = await access?.files.read(uri);
    const folder = (await library()).folder();
    const read = folder.readOf(uri);
    const marked = text && read ? await marks?.marksOf(uri, text, read) : undefined;
    if (!documents.get(uri)) folder.mark(uri, marked);
  }

  /** Rules may say otherwise of any article. */
  async function takeRules(): Promise<void> {
    const rules = await Promise.all(folders.map((folder) => session.rulesOf(`${folder}/`)));
    if (rules.length === ruled?.length && rules.every((own, i) => own === ruled?.[i])) return;
    ruled = rules;
    for (const uri of [...(await library()).folder().uris()]) if (!documents.get(uri)) await takeMarks(uri);
    tellClient();
  }

  return {
    begin(first) {
      folders = first;
      if (client().registersWatchers)
        void connection.client.register(DidChangeWatchedFilesNotification.type, {
          watchers: [ARTICLES, SIDE_FILES, SCHEMES, LEXICONS].map((globPattern) => ({ globPattern })),
        });
      if (client().tellsFolders)
        connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
          const gone = new Set(removed.map(({ uri }) => uri));
          folders = [...folders.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => uri)];
          void forget(gone).then(index);
        });
      void index();
    },
    changed: () => new Promise((resolve) => waiting.push(resolve)),
    revisionOf: (uri) => revisions.get(uri) ?? 0,
    rootOf: (uri) =>
      folders
        .map((folder) => folder.replace(/\/$/u, ''))
        .filter((folder) => uri.startsWith(`${folder}/`))
        .sort((a, b) => b.length - a.length)[0],
    textOf: async (uri) => documents.get(uri)?.getText() ?? access?.files.read(uri),
  };

  async function forget(gone: ReadonlySet<string>): Promise<void> {
    const folder = (await library()).folder();
    const below = [...folder.uris()].filter((uri) => [...gone].some((root) => uri.startsWith(`${root}/`)));
    for (const uri of below) if (!documents.get(uri)) folder.remove(uri);
    announce(below);
  }
}
