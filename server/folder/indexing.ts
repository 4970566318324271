import type { Folder } from './folder.ts';
import type { MarkedText } from './judge.ts';
import { parseStore, printStore, printSummary } from './store.ts';
import type { Summary } from './summary.ts';

/** The articles on disk (or wherever the editor keeps them). */
export interface ArticleFiles {
  /** The URIs of every article of the folders. */
  list(): Promise<readonly string[]>;
  /** The text of an article; undefined where it is gone or cannot be read. */
  read(uri: string): Promise<string | undefined>;
}

/** One file that keeps what was read, from one start to the next. */
export interface StoreFile {
  read(): Promise<string>;
  append(lines: string): Promise<void>;
  replace(store: string): Promise<void>;
}

/** Reads an article to its summary, elsewhere if possible; `fileName` without folders may hold its date. */
export type SummariseText = (text: string, fileName: string) => Promise<Summary>;

export interface Indexing {
  readonly files: ArticleFiles;
  /** Undefined: nothing is kept. */
  readonly store: StoreFile | undefined;
  readonly summarise: SummariseText;
  /** The marks of an article, in its text; undefined where it has none. Without it nothing is marked. */
  readonly marksOf?: (uri: string, text: string, summary: Summary) => Promise<MarkedText | undefined>;
  /** How many articles are read at once. */
  readonly width: number;
  /** Names the analysis: what another version kept is not read. */
  readonly version: string;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, all: number) => void;
}

export interface IndexingResult {
  readonly articles: number;
  /** How many of them were known from the store. */
  readonly known: number;
  /** URIs that could not be read. */
  readonly unread: readonly string[];
}

/** So many new summaries are kept with one write. */
const BATCH = 64;

/** Puts every article of the files into the folder; what the store knows by its content is not read again. */
export async function indexFolder(folder: Folder, indexing: Indexing): Promise<IndexingResult> {
  const { files, store, width, version, signal, onProgress } = indexing;
  const [uris, kept] = await Promise.all([files.list(), readStore(store, version)]);
  const used = new Map<string, Summary>();
  const unread: string[] = [];
  let fresh: string[] = [];
  let known = 0;
  let done = 0;
  let next = 0;
  let writing = kept.size === 0 && store ? store.replace(printStore(version, kept)) : Promise.resolve();
  const keep = (): void => {
    const lines = fresh.join('');
    fresh = [];
    if (store && lines !== '') writing = writing.then(() => store.append(lines));
  };
  const work = async (): Promise<void> => {
    while (next < uris.length && !signal.aborted) {
      const uri = uris[next++] as string;
      const text = await files.read(uri);
      if (text === undefined) unread.push(uri);
      else {
        const fileName = fileNameOf(uri);
        const key = await toContentKey(text, fileName);
        let summary = kept.get(key) ?? used.get(key);
        if (summary) known++;
        else {
          summary = await indexing.summarise(text, fileName);
          fresh.push(printSummary(key, summary));
          if (BATCH <= fresh.length) keep();
        }
        used.set(key, summary);
        const marked = await indexing.marksOf?.(uri, text, summary);
        if (!signal.aborted) folder.put(uri, summary, marked);
      }
      onProgress(++done, uris.length);
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, width) }, work));
  keep();
  await writing;
  // Half of the store or more is of articles that are gone: write it anew.
  if (store && !signal.aborted && used.size < kept.size / 2) await store.replace(printStore(version, used));
  return { articles: used.size, known, unread };
}

/** Whether a file, by its name or URI, is an article wherever it lies. */
export function isArticleName(name: string): boolean {
  return /\.(?:article|news)$/iu.test(name);
}

/** Whether a file may be an article because an editor takes it for one: plain text that `files.associations` names. */
export function mayBeArticleName(name: string): boolean {
  return isArticleName(name) || /\.txt$/iu.test(name);
}

/** The last part of a URI's path, decoded. */
export function fileNameOf(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** A name for a text and the figures in its file's name, which may be its date: 128 bits of SHA-256. */
async function toContentKey(text: string, fileName: string): Promise<string> {
  const bytes = new TextEncoder().encode(`${fileName.replace(/\P{Nd}+/gu, ' ')}\n${text}`);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function readStore(store: StoreFile | undefined, version: string): Promise<Map<string, Summary>> {
  return store ? parseStore(version, await store.read()) : new Map();
}
