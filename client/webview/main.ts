import type { Location } from 'vscode-languageclient';
import type { AgreementPicture, Picture } from '../../server/requests.ts';
import type { PictureState, Scope } from '../pictures/messages.ts';
import { agreementTables } from './agreement.ts';
import { type Chart, createChart, type Options } from './chart.ts';
import { button, element } from './elements.ts';
import { listen, remember, tell, words } from './host.ts';
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
let isMatrix = false;

listen((message) => {
  switch (message.type) {
    case 'loading':
      head(message.state);
      state.textContent = words.loading;
      return;
    case 'failed':
      state.textContent = message.message;
      return;
    case 'picture':
      head(message.state);
      remember(message.state);
      return show(message.picture);
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
      drawChart(timelineOptions(picture), timelineTable(picture), (data) => dateAt(picture, data)?.places[0]);
      return;
    case 'world':
      registerWorld();
      drawChart(worldOptions(picture), worldTable(picture), (data) => countryAt(picture, data)?.places[0]);
      return;
    case 'network': {
      const options = isMatrix ? matrixOptions(picture) : graphOptions(picture);
      drawChart(options, networkTable(picture), (data) => nodeAt(picture, data)?.places[0]);
      const turn = button(isMatrix ? words.graph : words.matrix, () => {
        isMatrix = !isMatrix;
        show(picture);
      });
      place.prepend(element('div', { class: 'bar' }, turn));
      return;
    }
  }
}

/** The chart above its table; a click on the chart goes to the place that `placeOf` tells. */
function drawChart(
  options: Options,
  table: HTMLElement,
  placeOf: (data: unknown) => Location | undefined,
): void {
  const drawn = createChart(title.textContent ?? '');
  chart = drawn;
  place.replaceChildren(drawn.element, table);
  drawn.draw(options);
  drawn.on('click', (data) => {
    const location = placeOf(data);
    if (location) tell({ type: 'go', location });
  });
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
