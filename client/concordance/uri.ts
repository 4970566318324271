import { commands, Uri } from 'vscode';
import type { ConcordanceQuery } from '../../server/folder/concordance.ts';

/** Concordances are documents under this scheme: their address says what is looked for. */
export const SCHEME = 'newsmark-concordance';

/** The address of a concordance. */
export function toUri(query: ConcordanceQuery): Uri {
  const name =
    titleOf(query)
      .replace(/[/\\?#]+/gu, ' ')
      .trim() || '…';
  return Uri.from({ scheme: SCHEME, path: `/${name}.concordance`, query: JSON.stringify(query) });
}

/** What a concordance looks for; undefined for other addresses. */
export function toQuery(uri: Uri): ConcordanceQuery | undefined {
  if (uri.scheme !== SCHEME) return undefined;
  try {
    return JSON.parse(uri.query);
  } catch {
    return undefined;
  }
}

/** The words that name a search. */
export function titleOf(query: ConcordanceQuery): string {
  switch (query.kind) {
    case 'entity':
      return query.label;
    case 'words':
      return query.words;
    case 'pattern':
      return query.pattern;
  }
}

/** Shows the concordance of a query. */
export async function openConcordance(query: ConcordanceQuery): Promise<void> {
  await commands.executeCommand('vscode.open', toUri(query), { preview: false });
}
