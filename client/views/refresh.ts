import { Disposable, type TreeView } from 'vscode';

/** Fills a view again when it should, but not while nobody sees it. */
export interface Refresh {
  /** Something has changed; many changes lead to one filling. */
  readonly soon: () => void;
  dispose(): void;
}

/** So long, in milliseconds, changes wait for others. */
const TOGETHER = 250;

/** Calls `fill` when the view is shown first, and after changes; what changes while it is hidden is made up for. */
export function refreshWhenShown(view: TreeView<unknown>, fill: () => void): Refresh {
  let isStale = true;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const fillNow = (): void => {
    waiting = undefined;
    if (!view.visible) return;
    isStale = false;
    fill();
  };
  const showing = view.onDidChangeVisibility(() => {
    if (view.visible && isStale) fillNow();
  });
  if (view.visible) fillNow();
  const disposable = Disposable.from(showing, { dispose: () => clearTimeout(waiting) });
  return {
    soon() {
      isStale = true;
      waiting ??= setTimeout(fillNow, TOGETHER);
    },
    dispose: () => disposable.dispose(),
  };
}
