import type { Kept } from '../annotations/kept.ts';
import { isSideFileName, readSideFileName } from '../annotations/sideFile/name.ts';
import { openSideFile } from '../annotations/sideFile/open.ts';
import { parseSideFile } from '../annotations/sideFile/parse.ts';
import { fileNameOf, mayBeArticleName } from '../folder/indexing.ts';
import { applyToSummary, type MarkedText } from '../folder/judge.ts';
import type { Summary } from '../folder/summary.ts';
import { sideUriOf } from '../marking/marking.ts';
import type { Session } from '../session.ts';
import type { FolderAccess } from './folder.ts';

/** The marks of articles that are not open, as their side files have them. */
export interface FolderMarks {
  /**
   * The marks of an article in its text, of the annotator that the settings name, with what the rules of the folder's
   * lexicon make of what was found; undefined where there are neither.
   */
  marksOf(uri: string, text: string, summary: Summary): Promise<MarkedText | undefined>;
  /** A side file is there, or may be; gives the address of its article if that is known. */
  add(sideUri: string): string | undefined;
  /** The known articles that have side files, of whichever annotator. */
  articles(): readonly string[];
}

/** Finds the side files of the folder; articles without one cost nothing. */
export async function findFolderMarks(
  { settingsOf, rulesOf }: Session,
  { sideFiles }: FolderAccess,
): Promise<FolderMarks> {
  // The address of a side file may be written in several ways: it is looked for decoded.
  const addresses = new Map<string, string>();
  const marked = new Set<string>();
  const articles = new Map<string, string>();
  const add = (sideUri: string): string | undefined => {
    const named = readSideFileName(fileNameOf(sideUri), mayBeArticleName);
    if (!named) return undefined;
    addresses.set(decode(sideUri), sideUri);
    const article = decode(sideUri.slice(0, sideUri.lastIndexOf('/') + 1)) + named.article;
    marked.add(article);
    return articles.get(article);
  };
  for (const sideUri of await sideFiles.list()) if (isSideFileName(sideUri)) add(sideUri);
  async function readMarks(uri: string, text: string): Promise<readonly Kept[] | undefined> {
    const address = addresses.get(decode(sideUriOf(uri, (await settingsOf(uri)).annotator)));
    const side = address === undefined ? undefined : await sideFiles.read(address);
    return side === undefined ? undefined : openSideFile(parseSideFile(side), text);
  }

  return {
    add,
    articles: () => Array.from(marked).flatMap((article) => articles.get(article) ?? []),
    async marksOf(uri, text, summary) {
      const article = decode(uri);
      articles.set(article, uri);
      const [byRules, kept] = await Promise.all([
        rulesOf(uri).then((rules) => applyToSummary(rules, summary, text)),
        marked.has(article) ? readMarks(uri, text) : undefined,
      ]);
      // Where there are rules alone, the text has served.
      return byRules || kept
        ? { kept: kept ?? [], text: kept ? text : '', ...(byRules && { byRules }) }
        : undefined;
    },
  };
}

function decode(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
