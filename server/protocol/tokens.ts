import type { SemanticTokensBuilder } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type ColouredSpan, TOKEN_MODIFIERS, TOKEN_TYPES } from '../features/tokens.ts';

/** Gives the builder the coloured stretches, in order of place, as the protocol's numbers. */
export function pushTokens(
  builder: SemanticTokensBuilder,
  document: TextDocument,
  spans: readonly ColouredSpan[],
): void {
  for (const { start, end, type, modifiers } of spans) {
    const { line, character } = document.positionAt(start);
    const bits = modifiers.reduce((sum, modifier) => sum | (1 << TOKEN_MODIFIERS.indexOf(modifier)), 0);
    builder.push(line, character, end - start, TOKEN_TYPES.indexOf(type), bits);
  }
}
