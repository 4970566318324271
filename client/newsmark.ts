import { commands, type ExtensionContext, workspace } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import type { InitializationOptions } from '../server/requests/client.ts';
import { annotate } from './annotate/annotate.ts';
import { isArticle, LANGUAGE } from './articles.ts';
import { showConcordances } from './concordance/concordance.ts';
import { readDocumentation } from './documentation.ts';
import { answerFiles } from './files.ts';
import { createFolder } from './folder.ts';
import { exportMarks } from './formats/export.ts';
import { importMarks } from './formats/import.ts';
import { goTo, goToOtherMention, showReferences } from './mentions.ts';
import { showPictures } from './pictures/panels.ts';
import { readFileAsArticle, readFolderAsArticles } from './plainText.ts';
import { setPublicationDate } from './publicationDate.ts';
import { decorateQuotations } from './quotations.ts';
import { openSample } from './sample.ts';
import { showStatus } from './status.ts';
import { showEntities } from './views/entities.ts';
import { createFolderActs } from './views/folderActs.ts';
import { showReviews } from './views/reviews.ts';
import { showSearches } from './views/searches.ts';

/** Wires commands, decorations and status to a client of the language server, which starts with the first article. */
export async function activateNewsmark(
  context: ExtensionContext,
  createClient: (options: LanguageClientOptions) => BaseLanguageClient,
  ofHost: InitializationOptions = {},
): Promise<void> {
  const documentation = await readDocumentation(context);
  const client = createClient(clientOptions(context, { ...ofHost, documentation }));
  const folder = createFolder(client);
  const annotator = annotate(context, client, folder);
  const acts = createFolderActs(folder, annotator.undoInEditor);
  context.subscriptions.push(
    client,
    commands.registerCommand('newsmark.setPublicationDate', () => setPublicationDate(client)),
    commands.registerCommand('newsmark.nextMention', () => goToOtherMention(1)),
    commands.registerCommand('newsmark.previousMention', () => goToOtherMention(-1)),
    commands.registerCommand('newsmark.goTo', goTo),
    commands.registerCommand('newsmark.showReferences', (uri, position, locations) =>
      showReferences(client, uri, position, locations),
    ),
    commands.registerCommand('newsmark.readFileAsArticle', readFileAsArticle),
    commands.registerCommand('newsmark.readFolderAsArticles', readFolderAsArticles),
    commands.registerCommand('newsmark.openSample', () => openSample(context)),
    commands.registerCommand('newsmark.exportMarks', (given) => exportMarks(folder, given)),
    commands.registerCommand('newsmark.importMarks', (given) => importMarks(folder, given)),
    commands.registerCommand('newsmark.restartServer', () => restart(client)),
    answerFiles(client),
    decorateQuotations(client),
    folder,
    annotator,
    acts,
    showStatus(client),
    showPictures(context, client, folder),
    showEntities(client, folder, acts),
    showReviews(folder),
    showSearches(context, folder),
    showConcordances(client, folder, acts),
    workspace.onDidOpenTextDocument((document) => startWith(document)),
  );
  for (const document of workspace.textDocuments) startWith(document);

  function startWith(document: Parameters<typeof isArticle>[0]): void {
    if (isArticle(document) && client.needsStart()) void client.start();
  }
}

async function restart(client: BaseLanguageClient): Promise<void> {
  if (client.isRunning()) await client.stop();
  await client.start();
}

function clientOptions(context: ExtensionContext, ofHost: InitializationOptions): LanguageClientOptions {
  const initializationOptions: InitializationOptions = {
    ...ofHost,
    commandLinks: true,
    files: true,
    storage: context.storageUri?.toString() ?? context.globalStorageUri.toString(),
  };
  return {
    documentSelector: [{ language: LANGUAGE }],
    initializationOptions,
    markdown: { isTrusted: { enabledCommands: ['newsmark.goTo'] }, supportThemeIcons: true },
    // The older side of a comparison has its marks, but its problems are past.
    diagnosticPullOptions: { onChange: true, filter: (document) => document.uri.scheme === 'git' },
  };
}
