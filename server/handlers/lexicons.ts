import type { FolderLexicon, LexiconRule } from '../annotations/lexicon/rules.ts';
import type { TextFiles } from '../marking/files.ts';
import { createLexicons, LEXICON, type Lexicons } from '../marking/lexicons.ts';
import { toLexiconDiagnostics } from '../protocol/lexicon.ts';
import type { Session } from '../session.ts';
import type { FolderEvents } from './folder.ts';

/** The lexicons of the folders: tells when their rules have changed, and of what cannot be read in them. */
export function followLexicons(session: Session, events: FolderEvents, files: TextFiles): Lexicons {
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
    const { lexicon } = await settingsOf(events.rootOf(uri) ?? uri);
    return lexicon === 'off' ? NO_RULES : lexicons.rulesOf(uri);
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
