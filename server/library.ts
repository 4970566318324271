import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ReadArticle } from './analysis/article.ts';
import type { Article } from './analysis/types.ts';
import type { LexiconRule } from './annotations/lexicon/rules.ts';
import { createFolder, type Folder } from './folder/folder.ts';
import { fileNameOf } from './folder/indexing.ts';
import type { MarkedText } from './folder/judge.ts';
import { summarise } from './folder/summary.ts';

/** An article as an editor shows it, with the document that turns its offsets into positions. */
export interface OpenArticle {
  readonly document: TextDocument;
  /** As people have judged it. */
  readonly article: Article;
  /** As it was found. */
  readonly found: Article;
}

/** Code units of an article that are read: more than any article has, and seconds of work at most. */
export const LIMIT = 2_000_000;

/** The articles by their URI. */
export interface Library {
  /** The article of a document that is open: the same Article until its text or its marks change. */
  open(uri: string): OpenArticle | undefined;
  /** Reads a text aside, so that nothing of the open articles is forgotten for it. */
  readonly readAside: ReadArticle;
  /** All articles that are known, those that are open as they stand in the editor. */
  folder(): Folder;
}

/** The documents that an editor holds open. */
export interface OpenDocuments {
  get(uri: string): TextDocument | undefined;
  keys(): readonly string[];
}

/** What people have said of the articles that are open. */
export interface Judging {
  /** Reads what is kept of an article. */
  ready(uri: string): Promise<void>;
  /** The article as it has been judged, as far as that has been read. */
  judged(uri: string, found: Article): Article;
  /** The same for the folder; undefined where it has not been read. */
  markedOf(uri: string, found: Article): MarkedText | undefined;
  /** The rules of the folder's lexicon that hold for an article, open or not. */
  rulesOf(uri: string): Promise<readonly LexiconRule[]>;
}

/** The library over the documents that are open, as far as they are known to be judged, and what is known of the others. */
export function createLibrary(
  documents: OpenDocuments,
  read: ReadArticle,
  readAside: ReadArticle,
  judging: () => Judging,
): Library {
  const known = new WeakMap<
    TextDocument,
    { readonly version: number; readonly text: string; readonly article: Article }
  >();
  const summarised = new WeakMap<TextDocument, number>();
  const folder = createFolder();

  const open = (uri: string): OpenArticle | undefined => {
    const document = documents.get(uri);
    if (!document) return undefined;
    const found = readDocument(document);
    return { document, found, article: judging().judged(uri, found) };
  };

  const readDocument = (document: TextDocument): Article => {
    const { uri, version } = document;
    const last = known.get(document);
    if (last?.version === version) return last.article;
    const text = document.getText();
    // Undo and redo, and programs, make new versions of the same words.
    const article =
      last?.text === text ? last.article : read(text, { fileName: fileNameOf(uri), limit: LIMIT });
    known.set(document, { version, text, article });
    return article;
  };

  return {
    open,
    readAside,
    folder() {
      for (const uri of documents.keys()) {
        const document = documents.get(uri);
        if (!document) continue;
        const found = readDocument(document);
        const known = folder.markedOf(uri);
        const marked = judging().markedOf(uri, found) ?? (known?.text === found.text ? known : undefined);
        if (summarised.get(document) === document.version) folder.mark(uri, marked);
        else folder.put(uri, summarise(found), marked);
        summarised.set(document, document.version);
      }
      return folder;
    },
  };
}
