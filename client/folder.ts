import { Disposable, type Event, EventEmitter, ProgressLocation, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { ProgressType } from 'vscode-languageclient';
import type { FolderChanged, LongParams, Progressed } from '../server/requests/folder.ts';
import type { FolderRequests } from '../server/requests.ts';
import { isArticle } from './articles.ts';
import { ARTICLES } from './files.ts';

/** The articles of the workspace, open or not, as the server knows them. */
export interface ArticleFolder {
  /** Articles or their marks have changed; without `uris` any may have. */
  readonly onChange: Event<FolderChanged>;
  /** Asks the server, which is started for it. */
  ask<Method extends keyof FolderRequests>(
    method: Method,
    params: FolderRequests[Method]['params'],
  ): Promise<FolderRequests[Method]['result']>;
  /** Asks what may take long, with a progress that can be cancelled. */
  askLong<Method extends LongMethod>(
    method: Method,
    params: FolderRequests[Method]['params'],
    title: string,
  ): Promise<FolderRequests[Method]['result']>;
  /** Whether there is an article, open or in the workspace; the server is not started to find out. */
  hasArticles(): Promise<boolean>;
  dispose(): void;
}

type LongMethod = {
  [Method in keyof FolderRequests]: FolderRequests[Method]['params'] extends LongParams ? Method : never;
}[keyof FolderRequests];

const PROGRESSED = new ProgressType<Progressed>();

/** The folder over a client of the server. */
export function createFolder(client: BaseLanguageClient): ArticleFolder {
  const changed = new EventEmitter<FolderChanged>();
  let requests = 0;
  const disposable = Disposable.from(
    changed,
    client.onNotification('newsmark/folderChanged', (change: FolderChanged) => changed.fire(change)),
  );
  return {
    onChange: changed.event,
    async ask(method, params) {
      await client.start();
      return client.sendRequest(method, params);
    },
    async askLong(method, params, title) {
      await client.start();
      const options = { location: ProgressLocation.Notification, title, cancellable: true };
      return window.withProgress(options, async (progress, token) => {
        const name = `newsmark-${requests++}`;
        let last = 0;
        const listening = client.onProgress(PROGRESSED, name, ({ done, all }) => {
          progress.report({ message: `${done} / ${all}`, increment: (100 * (done - last)) / all });
          last = done;
        });
        try {
          return await client.sendRequest(method, { ...params, progress: name }, token);
        } finally {
          listening.dispose();
        }
      });
    },
    async hasArticles() {
      if (client.isRunning() || workspace.textDocuments.some(isArticle)) return true;
      return (await workspace.findFiles(ARTICLES, '**/node_modules/**', 1)).length > 0;
    },
    dispose: () => disposable.dispose(),
  };
}
