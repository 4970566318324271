import type { FolderLexicon, LexiconRule } from '../annotations/lexicon/rules.ts';
import type { TextFiles } from '../marking/files.ts';
import { createLexicons, LEXICON, type Lexicons } from '../marking/lexicons.ts';
import type { Schemes } from '../marking/schemes.ts';
import { toLexiconDiagnostics } from '../protocol/lexicon.ts';
import type { Session } from '../session.ts';
import type { FolderEvents } from './folder.ts';

/** The lexicons of the folders, and what their schemes leave out: tells when these rules have changed, and of what cannot be read. */
export function followLexicons(
  session: Session,
  events: FolderEvents,
  files: TextFiles,
  schemes: Schemes,
): Lexicons {
  const { connection, documents, settingsOf } = session;
  const lexicons = createLexicons({
    files,
    rootOf: events.rootOf,
    changed(uri: string, lexicon: FolderLexicon, text: string) {
      void connection.sendDiagnostics({ uri, diagnostics: toLexiconDiagnostics(lexicon, text) });
      session.tellRules();
    },
  });
  const rulesOf = async (uri: string): Promise<readonly LexiconRule[]> => {
    const [{ lexicon }, { leftOut }] = await Promise.all([
      settingsOf(events.rootOf(uri) ?? uri),
      schemes.of(uri),
    ]);
    const own = lexicon === 'off' ? NO_RULES : await lexicons.rulesOf(uri);
    return leftOut.length === 0 ? own : join(leftOut, own);
  };
  const isLexicon = (uri: string): boolean => uri.endsWith(`/${LEXICON}`);
  session.onFiles((changes) => {
    for (const { uri } of changes) if (isLexicon(uri)) void lexicons.look(uri);
  });
  // Some clients watch no files.
  documents.onDidSave(() => {
    if (!session.client().registersWatchers) void lexicons.look();
  });
  return { ...lexicons, rulesOf };
}

const NO_RULES: readonly LexiconRule[] = [];

/** Of the same rules the same list: by that it is known that nothing has changed. */
function join(leftOut: readonly LexiconRule[], own: readonly LexiconRule[]): readonly LexiconRule[] {
  const known = joined.get(leftOut)?.get(own);
  if (known) return known;
  const all = [...leftOut, ...own];
  joined.set(leftOut, (joined.get(leftOut) ?? new WeakMap()).set(own, all));
  return all;
}

const joined = new WeakMap<readonly LexiconRule[], WeakMap<readonly LexiconRule[], readonly LexiconRule[]>>();
