import { SemanticTokensBuilder } from 'vscode-languageserver';
import { colouredSpans } from '../features/tokens.ts';
import { pushTokens } from '../protocol/tokens.ts';
import type { Session } from '../session.ts';

/** Semantic tokens: all, what has changed since the last time, and those of a part. */
export function answerColours({ connection, about, documents }: Session): void {
  // A builder remembers what its document was told last.
  const builders = new Map<string, SemanticTokensBuilder>();
  const builderOf = (uri: string): SemanticTokensBuilder => {
    const builder = builders.get(uri) ?? new SemanticTokensBuilder();
    builders.set(uri, builder);
    return builder;
  };
  documents.onDidClose(({ document }) => builders.delete(document.uri));

  const { semanticTokens } = connection.languages;
  semanticTokens.on(
    about(
      ({ document, article }) => {
        const builder = new SemanticTokensBuilder();
        builders.set(document.uri, builder);
        pushTokens(builder, document, colouredSpans(article));
        return builder.build();
      },
      { data: [] },
    ),
  );
  semanticTokens.onDelta(
    about(
      ({ document, article }, { previousResultId }) => {
        const builder = builderOf(document.uri);
        builder.previousResult(previousResultId);
        pushTokens(builder, document, colouredSpans(article));
        return builder.buildEdits();
      },
      { data: [] },
    ),
  );
  semanticTokens.onRange(
    about(
      ({ document, article }, { range }) => {
        const within = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
        const builder = new SemanticTokensBuilder();
        pushTokens(builder, document, colouredSpans(article, within));
        return { data: builder.build().data };
      },
      { data: [] },
    ),
  );
}
