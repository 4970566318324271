import {
  commands,
  Disposable,
  type ExtensionContext,
  env,
  l10n,
  type Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient, Location } from 'vscode-languageclient';
import type { Picture } from '../../server/requests/pictures.ts';
import { askAgreement } from '../agreement/askAgreement.ts';
import { activeArticle, isArticle } from '../articles.ts';
import type { ArticleFolder } from '../folder.ts';
import type { FromPicture, PictureState, ShownKind, ToPicture } from './messages.ts';
import { pagesFolder, toPage } from './page.ts';
import { saveFile } from './save.ts';

const KINDS: readonly ShownKind[] = ['timeline', 'speakers', 'network', 'world', 'agreement'];

/** The pictures of the article in front or of the folder, each in a panel that follows the edits. */
export function showPictures(
  context: ExtensionContext,
  client: BaseLanguageClient,
  folder: ArticleFolder,
): Disposable {
  const open = new Map<ShownKind, Shown>();

  function show(panel: WebviewPanel, state: PictureState): void {
    const shown = drawIn(panel, state, context, client);
    open.set(state.kind, shown);
    panel.onDidDispose(() => open.delete(state.kind));
  }

  function showKind(kind: ShownKind): void {
    const article = activeArticle()?.document.uri.toString();
    const state: PictureState = article ? { kind, scope: 'article', article } : { kind, scope: 'folder' };
    const shown = open.get(kind);
    if (shown) shown.turnTo(state);
    else
      show(
        window.createWebviewPanel(viewType(kind), titleOf(kind), ViewColumn.Beside, options(context)),
        state,
      );
  }

  return Disposable.from(
    commands.registerCommand('newsmark.showTimeline', () => showKind('timeline')),
    commands.registerCommand('newsmark.showSpeakers', () => showKind('speakers')),
    commands.registerCommand('newsmark.showNetwork', () => showKind('network')),
    commands.registerCommand('newsmark.showWorld', () => showKind('world')),
    commands.registerCommand('newsmark.showAgreement', () => showKind('agreement')),
    ...KINDS.map((kind) =>
      window.registerWebviewPanelSerializer(viewType(kind), {
        deserializeWebviewPanel: async (panel, state: PictureState | undefined) => {
          panel.webview.options = options(context);
          show(panel, state ?? { kind, scope: 'folder' });
        },
      }),
    ),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (isArticle(document)) for (const shown of open.values()) shown.follow([document.uri.toString()]);
    }),
    folder.onChange(({ uris }) => {
      for (const shown of open.values()) shown.follow(uris);
    }),
  );
}

/** So long, in milliseconds, changes wait for others: those of a folder longer, for it takes longer to look through. */
const TOGETHER = 150;
const FOLDER_TOGETHER = 1500;
/** So many places of an entity are listed. */
const MOST_PLACES = 20;

/** A panel with a picture in it. */
interface Shown {
  turnTo(state: PictureState): void;
  /** Draws anew if one of the articles belongs to the picture; undefined stands for all. */
  follow(articles: readonly string[] | undefined): void;
}

function drawIn(
  panel: WebviewPanel,
  start: PictureState,
  context: ExtensionContext,
  client: BaseLanguageClient,
): Shown {
  let state = start;
  let drawing = false;
  let again = false;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const tell = (message: ToPicture): Thenable<boolean> => panel.webview.postMessage(message);

  /** One request at a time: what happens meanwhile leads to one more, however much it was. */
  async function draw(): Promise<void> {
    again = drawing;
    if (drawing) return;
    drawing = true;
    try {
      do {
        again = false;
        const asked = state;
        const { kind, scope, article } = asked;
        const only = scope === 'article' && article !== undefined ? article : undefined;
        await client.start();
        const picture =
          kind === 'agreement'
            ? await askAgreement(client, only)
            : await client.sendRequest<Picture>('newsmark/picture', {
                picture: kind,
                ...(only !== undefined && { article: only }),
              });
        await tell({ type: 'picture', state: asked, picture });
      } while (again);
    } catch (error) {
      await tell({ type: 'failed', message: String(error) });
    } finally {
      drawing = false;
    }
  }

  async function answer(message: FromPicture): Promise<void> {
    switch (message.type) {
      case 'ready':
        await tell({ type: 'loading', state });
        return draw();
      case 'scope':
        state = { ...state, scope: message.scope };
        await tell({ type: 'loading', state });
        return draw();
      case 'go':
        await goTo(client, message.location);
        return;
      case 'sentence': {
        const text = await client.sendRequest<string>('newsmark/sentence', { location: message.location });
        await tell({ type: 'sentence', id: message.id, text });
        return;
      }
      case 'places': {
        const { scope, article } = state;
        const only = scope === 'article' && article !== undefined ? { article } : {};
        const places = await client.sendRequest<Location[]>('newsmark/places', {
          ...{ entity: message.entity, most: MOST_PLACES },
          ...only,
        });
        await tell({ type: 'places', id: message.id, places });
        return;
      }
      case 'copy':
        await env.clipboard.writeText(message.text);
        return;
      case 'save':
        return saveFile(message.name, message.content, message.encoding);
    }
  }

  panel.onDidDispose(() => clearTimeout(waiting));
  panel.webview.onDidReceiveMessage((message: FromPicture) => void answer(message));
  panel.webview.html = toPage(panel.webview, context.extensionUri, state.kind);
  return {
    turnTo(next) {
      state = next;
      panel.reveal();
      void draw();
    },
    follow(articles) {
      const concerns =
        state.scope === 'folder' || !articles || (state.article && articles.includes(state.article));
      if (!concerns || !panel.visible) return;
      waiting ??= setTimeout(
        () => {
          waiting = undefined;
          void draw();
        },
        state.scope === 'folder' ? FOLDER_TOGETHER : TOGETHER,
      );
    },
  };
}

async function goTo(client: BaseLanguageClient, location: { uri: string; range: unknown }): Promise<void> {
  const { uri, range } = client.protocol2CodeConverter.asLocation(location as never);
  const shown = window.tabGroups.all.find(({ tabs }) =>
    tabs.some(({ input }) => (input as { uri?: Uri } | undefined)?.uri?.toString() === uri.toString()),
  );
  await window.showTextDocument(uri, { selection: range, viewColumn: shown?.viewColumn ?? ViewColumn.One });
}

function options(context: ExtensionContext) {
  return { enableScripts: true, localResourceRoots: [pagesFolder(context.extensionUri)] };
}

function viewType(kind: ShownKind): string {
  return `newsmark.${kind}`;
}

function titleOf(kind: ShownKind): string {
  switch (kind) {
    case 'timeline':
      return l10n.t('Timeline');
    case 'speakers':
      return l10n.t('Who Said What');
    case 'network':
      return l10n.t('Who Is Mentioned with Whom');
    case 'world':
      return l10n.t('Countries');
    case 'agreement':
      return l10n.t('How Far Annotators Agree');
  }
}
