import { CustomChart, GraphChart, HeatmapChart, MapChart } from 'echarts/charts';
import {
  AriaComponent,
  DataZoomComponent,
  GeoComponent,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
  VisualMapComponent,
} from 'echarts/components';
import { type EChartsCoreOption, type EChartsType, init, use } from 'echarts/core';
import { CanvasRenderer, SVGRenderer } from 'echarts/renderers';
import { button, element } from './elements.ts';
import { tell, words } from './host.ts';

use([
  AriaComponent,
  CanvasRenderer,
  CustomChart,
  DataZoomComponent,
  GeoComponent,
  GraphChart,
  GridComponent,
  HeatmapChart,
  LegendComponent,
  MapChart,
  MarkLineComponent,
  SVGRenderer,
  TooltipComponent,
  VisualMapComponent,
]);

/** Colours of the editor's theme, read when the chart is drawn. */
export interface Colours {
  readonly text: string;
  readonly quiet: string;
  readonly background: string;
  readonly line: string;
  readonly person: string;
  readonly country: string;
  readonly date: string;
}

export type Options = (colours: Colours) => EChartsCoreOption;

export interface Chart {
  /** The picture with the buttons that save it. */
  readonly element: HTMLElement;
  /** Draws with other options, or the same in other colours. */
  draw(options: Options): void;
  on(event: 'click', act: (data: unknown) => void): void;
  /** Calls back when the person has moved or enlarged what is shown, with the options of the chart as they are then. */
  onMove(act: (options: EChartsCoreOption) => void): void;
  dispose(): void;
}

/** A picture drawn with ECharts on a canvas. What it shows stands in a table beside it, for those who do not see it. */
export function createChart(label: string): Chart {
  const place = element('div', { class: 'chart', role: 'img', 'aria-label': label });
  let chart: EChartsType | undefined;
  let last: Options | undefined;

  const draw = (options: Options): void => {
    last = options;
    // The place has its size only once it is in the page.
    chart ??= init(place, undefined, { renderer: 'canvas' });
    chart.setOption({ ...common(), ...options(readColours()) }, true);
  };
  const resize = new ResizeObserver(() => chart?.resize());
  resize.observe(place);
  const retheme = new MutationObserver(() => last && draw(last));
  retheme.observe(document.body, { attributes: true, attributeFilter: ['class', 'data-vscode-theme-id'] });

  const bar = element(
    'div',
    { class: 'bar' },
    button(words.saveSvg, () => last && save('svg', svgOf(last, place), 'utf8')),
    button(words.savePng, () => {
      const address = chart?.getDataURL({
        type: 'png',
        pixelRatio: 2,
        backgroundColor: readColours().background,
      });
      if (address) save('png', address.slice(address.indexOf(',') + 1), 'base64');
    }),
  );
  return {
    element: element('section', {}, place, bar),
    draw,
    on: (event, act) => chart?.on(event, ({ data }) => act(data)),
    onMove(act) {
      for (const event of ['datazoom', 'graphroam', 'georoam'])
        chart?.on(event, () => chart && act(chart.getOption()));
    },
    dispose() {
      resize.disconnect();
      retheme.disconnect();
      chart?.dispose();
    },
  };
}

function common(): EChartsCoreOption {
  const { text } = readColours();
  return { textStyle: { color: text, fontFamily: 'sans-serif' }, animation: false, aria: { enabled: true } };
}

/** The same picture as an SVG document, drawn without a page. */
function svgOf(options: Options, place: HTMLElement): string {
  const drawn = init(null, undefined, {
    renderer: 'svg',
    ssr: true,
    width: place.clientWidth,
    height: place.clientHeight,
  });
  drawn.setOption({ ...common(), backgroundColor: readColours().background, ...options(readColours()) });
  const svg = drawn.renderToSVGString();
  drawn.dispose();
  return svg;
}

function save(ending: string, content: string, encoding: 'utf8' | 'base64'): void {
  tell({ type: 'save', name: `newsmark-${document.body.dataset.kind}.${ending}`, content, encoding });
}

function readColours(): Colours {
  const style = getComputedStyle(document.body);
  const read = (names: readonly string[], otherwise: string): string =>
    names.map((name) => style.getPropertyValue(`--vscode-${name}`).trim()).find((value) => value !== '') ??
    otherwise;
  return {
    text: read(['editor-foreground'], '#000000'),
    quiet: read(['descriptionForeground', 'editor-foreground'], '#666666'),
    background: read(['editor-background'], '#ffffff'),
    line: read(['editorWidget-border', 'contrastBorder'], '#999999'),
    person: read(['charts-blue'], '#1a85ff'),
    country: read(['charts-green'], '#388a34'),
    date: read(['charts-purple'], '#652d90'),
  };
}
