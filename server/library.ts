import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ReadArticle } from './analysis/article.ts';
import type { Article } from './analysis/types.ts';
import type { Kept } from './annotations/kept.ts';
import { createFolder, type Folder } from './folder/folder.ts';
import { fileNameOf } from './folder/indexing.ts';
import { summarise } from './folder/summary.ts';

/** An article as an editor shows it, with the document that turns its offsets into positions. */
export interface OpenArticle {
  readonly document: TextDocument;
  readonly article: Article;
}

/** Code units of an article that are read: more than any article has, and seconds of work at most. */
export const LIMIT = 2_000_000;

/** The articles by their URI. */
export interface Library {
  /** The article of a document that is open: of the same version the same Article. */
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

/** The library over the documents that are open, with their marks as far as they are known, and what is known of the others. */
export function createLibrary(
  documents: OpenDocuments,
  read: ReadArticle,
  readAside: ReadArticle,
  keptOf: (uri: string) => readonly Kept[] | undefined,
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
    const last = known.get(document);
    if (last?.version === document.version) return { document, article: last.article };
    const text = document.getText();
    // Undo and redo, and programs, make new versions of the same words.
    const article =
      last?.text === text ? last.article : read(text, { fileName: fileNameOf(uri), limit: LIMIT });
    known.set(document, { version: document.version, text, article });
    return { document, article };
  };

  return {
    open,
    readAside,
    folder() {
      for (const uri of documents.keys()) {
        const document = documents.get(uri);
        if (!document) continue;
        const text = document.getText();
        const known = folder.markedOf(uri);
        const kept = keptOf(uri) ?? (known?.text === text ? known.kept : undefined);
        const marked = kept && { kept, text };
        const opened = summarised.get(document) === document.version ? undefined : open(uri);
        if (opened) folder.put(uri, summarise(opened.article), marked);
        else folder.mark(uri, marked);
        summarised.set(document, document.version);
      }
      return folder;
    },
  };
}
