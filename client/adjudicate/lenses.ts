import { CodeLens, Disposable, EventEmitter, l10n, languages, type TextDocument } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { AdjudicationPoint } from '../../server/requests/layers.ts';
import { LANGUAGE } from '../articles.ts';
import { readingInWords } from './draw.ts';

/** The line above the current place: what each layer has there, each to be taken by a click, and the other decisions. */
export interface PlaceLenses {
  /** The current place has changed. */
  renew(): void;
  dispose(): void;
}

/** Shows the lenses of the place that `current` gives for a document. */
export function showLenses(
  client: BaseLanguageClient,
  current: (document: TextDocument) => AdjudicationPoint | undefined,
): PlaceLenses {
  const changed = new EventEmitter<void>();
  const provider = languages.registerCodeLensProvider(LANGUAGE, {
    onDidChangeCodeLenses: changed.event,
    provideCodeLenses(document) {
      const point = current(document);
      if (!point) return [];
      const { start } = client.protocol2CodeConverter.asRange(point.range);
      const line = document.lineAt(start.line).range;
      const lens = (title: string, command: string, ...more: readonly number[]) =>
        new CodeLens(line, { title, command, arguments: [...more] });
      return [
        ...point.readings.map((reading, i) =>
          lens(`${i + 1} ${readingInWords(reading)}`, 'newsmark.takeReading', i + 1),
        ),
        lens(l10n.t('both'), 'newsmark.takeBoth'),
        lens(l10n.t('neither'), 'newsmark.takeNeither'),
        lens(l10n.t('otherwise…'), 'newsmark.takeNew'),
      ];
    },
  });
  const disposable = Disposable.from(changed, provider);
  return { renew: () => changed.fire(), dispose: () => disposable.dispose() };
}
