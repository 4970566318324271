import { env, l10n, Uri, type Webview } from 'vscode';
import type { PictureWords, ShownKind } from './messages.ts';

/** Where the bundled pages lie in the extension. */
export function pagesFolder(extension: Uri): Uri {
  return Uri.joinPath(extension, 'dist', 'webview');
}

/** The page of a picture. Nothing loads but our own script and style; data come by message, never as HTML. */
export function toPage(webview: Webview, extension: Uri, kind: ShownKind): string {
  const address = (file: string): string =>
    webview.asWebviewUri(Uri.joinPath(pagesFolder(extension), file)).toString();
  const nonce = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(36)).join('');
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource}`,
    `font-src ${webview.cspSource}`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${escapeHtml(env.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<link rel="stylesheet" href="${address('picture.css')}">
<title>Newsmark</title>
</head>
<body data-kind="${kind}" data-words="${escapeHtml(JSON.stringify(words()))}">
<main></main>
<script nonce="${nonce}" src="${address('picture.js')}"></script>
</body>
</html>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

function words(): PictureWords {
  return {
    article: l10n.t('Article'),
    folder: l10n.t('Folder'),
    loading: l10n.t('Reading …'),
    empty: l10n.t('Nothing was found here.'),
    filter: l10n.t('Filter'),
    copy: l10n.t('Copy'),
    saveCsv: l10n.t('Save as CSV'),
    saveSvg: l10n.t('Save as SVG'),
    savePng: l10n.t('Save as PNG'),
    places: l10n.t('Places'),
    date: l10n.t('Date'),
    from: l10n.t('From'),
    to: l10n.t('To'),
    mentions: l10n.t('Mentions'),
    articles: l10n.t('Articles'),
    speaker: l10n.t('Speaker'),
    quotations: l10n.t('Quotations'),
    direct: l10n.t('Direct'),
    mixed: l10n.t('Mixed'),
    indirect: l10n.t('Indirect'),
    words: l10n.t('Words'),
    cues: l10n.t('Cues'),
    stances: l10n.t('Stances'),
    name: l10n.t('Name'),
    country: l10n.t('Country'),
    person: l10n.t('Person'),
    matrix: l10n.t('Matrix'),
    graph: l10n.t('Graph'),
    together: l10n.t('Times together'),
    published: l10n.t('Published'),
    day: l10n.t('Day'),
    month: l10n.t('Month'),
    year: l10n.t('Year'),
    longer: l10n.t('Longer'),
    left: l10n.t('Not shown'),
    saveJson: l10n.t('Save as JSON'),
    agreement: l10n.t('Agreement'),
    disagreements: l10n.t('Disagreements'),
    noLayers: l10n.t('No article here has the marks of two annotators.'),
    pairs: l10n.t('Pairs'),
    attributes: l10n.t('Attributes'),
    attribute: l10n.t('Attribute'),
    annotators: l10n.t('Annotators'),
    unnamed: l10n.t('(no name)'),
    kind: l10n.t('Kind'),
    allKinds: l10n.t('All kinds'),
    quotation: l10n.t('Quotation'),
    marks: l10n.t('Marks'),
    exact: l10n.t('F1, same words'),
    overlap: l10n.t('F1, some words'),
    kappa: l10n.t('Cohen’s kappa'),
    fleiss: l10n.t('Fleiss’ kappa'),
    alpha: l10n.t('Alpha'),
    unitizing: l10n.t('Alpha, unitizing'),
    same: l10n.t('Equal'),
    of: l10n.t('Of'),
    share: l10n.t('Share'),
    difference: l10n.t('Difference'),
    missing: l10n.t('not marked by all'),
    otherWords: l10n.t('other words'),
    otherKind: l10n.t('another kind'),
  };
}
