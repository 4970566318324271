import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ReadArticle } from './analysis/article.ts';
import type { Article } from './analysis/types.ts';

/** An article as an editor shows it, with the document that turns its offsets into positions. */
export interface OpenArticle {
  readonly document: TextDocument;
  readonly article: Article;
}

/** Code units of an article that are read: more than any article has, and seconds of work at most. */
const LIMIT = 2_000_000;

/** The articles by their URI. */
export interface Library {
  /** The article of a document that is open: of the same version the same Article. */
  open(uri: string): OpenArticle | undefined;
}

/** The library over the documents that an editor holds open. */
export function createLibrary(
  documents: { get(uri: string): TextDocument | undefined },
  read: ReadArticle,
): Library {
  const known = new WeakMap<TextDocument, { readonly version: number; readonly article: Article }>();
  return {
    open(uri) {
      const document = documents.get(uri);
      if (!document) return undefined;
      const last = known.get(document);
      if (last?.version === document.version) return { document, article: last.article };
      const article = read(document.getText(), { fileName: fileNameOf(uri), limit: LIMIT });
      known.set(document, { version: document.version, article });
      return { document, article };
    },
  };
}

function fileNameOf(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
