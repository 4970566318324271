import type { EntityName } from '../../server/folder/entities.ts';
import type { AgreementPicture } from '../../server/requests/layers.ts';
import type { Picture } from '../../server/requests/pictures.ts';
import type { PictureState, Scope } from '../pictures/messages.ts';
import { agreementTables } from './agreement.ts';
import { type Chart, createChart, type Options } from './chart.ts';
import { button, element } from './elements.ts';
import { arrange, askPlaces, listen, remember, tell, viewOf, words } from './host.ts';
import { graphOptions, matrixOptions, networkTable, nodeAt } from './network.ts';
import { speakersTable } from './speakers.ts';
import { dateAt, timelineOptions, timelineTable } from './timeline.ts';
import { countryAt, registerWorld, worldOptions, worldTable } from './world.ts';

const main = document.querySelector('main') as HTMLElement;
const title = element('h1');
const scopes = (['article', 'folder'] as const).map((scope) => ({ scope, pressed: scopeButton(scope) }));
const state = element('p', { class: 'state', role: 'status' });
const place = element('div');
main.append(
  element('header', { class: 'bar' }, title, ...scopes.map(({ pressed }) => pressed)),
  state,
  place,
);

let chart: Chart | undefined;
/** The picture that is shown, as it came. */
let shown = '';

listen((message) => {
  switch (message.type) {
    case 'loading':
      head(message.state);
      return say(words.loading);
    case 'failed':
      return say(message.message);
    case 'picture': {
      head(message.state);
      remember(message.state);
      const next = JSON.stringify([message.state.scope, message.state.article, message.picture]);
      if (next === shown) return say(sizeOf(message.picture) === 0 ? words.empty : '');
      shown = next;
      return keepFocus(() => show(message.picture));
    }
  }
});
tell({ type: 'ready' });

function scopeButton(scope: Scope): HTMLButtonElement {
  return button(words[scope], () => tell({ type: 'scope', scope }), { 'aria-pressed': 'false' });
}

function head({ scope: current, article }: PictureState): void {
  const name = article === undefined ? '' : decodeURIComponent(article.slice(article.lastIndexOf('/') + 1));
  title.textContent = current === 'article' ? name : words.folder;
  for (const { scope, pressed } of scopes) {
    pressed.setAttribute('aria-pressed', String(scope === current));
    pressed.disabled = scope === 'article' && article === undefined;
  }
}

/** Says what there is to say instead of a picture, or above it. */
function say(text: string): void {
  state.textContent = text;
  state.hidden = text === '';
}

/** What had the focus has it again after a change, if it is still there. */
function keepFocus(change: () => void): void {
  const { activeElement: before } = document;
  const name = before instanceof HTMLElement ? before.dataset.focus : undefined;
  const caret = before instanceof HTMLInputElement ? before.selectionStart : null;
  change();
  if (name === undefined) return;
  const after = [...document.querySelectorAll<HTMLElement>('[data-focus]')].find(
    ({ dataset }) => dataset.focus === name,
  );
  after?.focus({ preventScroll: true });
  if (after instanceof HTMLInputElement && caret !== null) after.setSelectionRange(caret, caret);
}

function show(picture: Picture | AgreementPicture): void {
  chart?.dispose();
  chart = undefined;
  const isEmpty = sizeOf(picture) === 0;
  state.textContent = isEmpty ? (picture.kind === 'agreement' ? words.noLayers : words.empty) : '';
  state.hidden = !isEmpty;
  if (isEmpty) place.replaceChildren();
  else drawPicture(picture);
}

function drawPicture(picture: Picture | AgreementPicture): void {
  switch (picture.kind) {
    case 'agreement':
      place.replaceChildren(...agreementTables(picture));
      return;
    case 'speakers':
      place.replaceChildren(speakersTable(picture));
      return;
    case 'timeline':
      drawChart(timelineOptions(picture), timelineTable(picture), (data) => dateAt(picture, data));
      return;
    case 'world':
      registerWorld();
      drawChart(worldOptions(picture), worldTable(picture), (data) => countryAt(picture, data));
      return;
    case 'network': {
      const { isMatrix = false } = viewOf();
      const options = isMatrix ? matrixOptions(picture) : graphOptions(picture);
      drawChart(options, networkTable(picture), (data) => nodeAt(picture, data));
      const turn = button(
        isMatrix ? words.graph : words.matrix,
        () => {
          arrange({ isMatrix: !isMatrix });
          keepFocus(() => show(picture));
        },
        { 'data-focus': 'matrix' },
      );
      place.prepend(element('div', { class: 'bar' }, turn));
      return;
    }
  }
}

/** The chart above its table; a click on the chart goes to the first place of what `entityAt` tells. */
function drawChart(
  options: Options,
  table: HTMLElement,
  entityAt: (data: unknown) => EntityName | undefined,
): void {
  const drawn = createChart(title.textContent ?? '');
  chart = drawn;
  place.replaceChildren(drawn.element, table);
  drawn.draw(options);
  drawn.on('click', (data) => {
    const entity = entityAt(data);
    if (!entity) return;
    void askPlaces(entity).then(([location]) => location && tell({ type: 'go', location }));
  });
  drawn.onMove((moved) => {
    const { dataZoom, series } = moved as Moved;
    const [zoom] = dataZoom ?? [];
    if (zoom) arrange({ zoom: { startValue: zoom.startValue, endValue: zoom.endValue } });
    const [roam] = series ?? [];
    if (!zoom && roam)
      arrange({
        roam: { ...(roam.zoom && { zoom: roam.zoom }), ...(roam.center && { center: roam.center }) },
      });
  });
}

/** What is read of a chart that was moved. */
interface Moved {
  readonly dataZoom?: readonly { readonly startValue: number; readonly endValue: number }[];
  readonly series?: readonly { readonly zoom?: number; readonly center?: readonly (number | string)[] }[];
}

function sizeOf(picture: Picture | AgreementPicture): number {
  switch (picture.kind) {
    case 'timeline':
      return picture.dates.length;
    case 'speakers':
      return picture.speakers.length;
    case 'network':
      return picture.nodes.length;
    case 'world':
      return picture.countries.length;
    case 'agreement':
      return picture.annotators.length < 2 ? 0 : 1;
  }
}
