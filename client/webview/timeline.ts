import type { EntityName } from '../../server/folder/entities.ts';
import type { Picture } from '../../server/requests/pictures.ts';
import type { Options } from './chart.ts';
import { askPlaces, askSentence, viewOf, words } from './host.ts';
import { type Column, tableOf } from './table.ts';

type TimelinePicture = Extract<Picture, { kind: 'timeline' }>;
type TimelineDate = TimelinePicture['dates'][number];

/** Rows of the picture by the length of what a date covers, in days. */
const ROWS = [
  { label: words.day, most: 1 },
  { label: words.month, most: 31 },
  { label: words.year, most: 366 },
  { label: words.longer, most: Number.POSITIVE_INFINITY },
];

const DAY = 86_400_000;
/** More days of publication than these would hide the dates behind their lines. */
const MOST_LINES = 30;

/** The dates as bars from their first to their last day, higher where they are mentioned more often. */
export function timelineOptions({ dates, publications }: TimelinePicture): Options {
  const most = Math.max(1, ...dates.map(({ mentions }) => mentions));
  const data = dates.map((date, index) => ({
    name: date.value,
    value: [rowOf(date), toTime(date.first), toTime(date.last) + DAY, date.mentions, index],
  }));
  const window = viewOf().zoom ?? windowOf(dates);
  return ({ text, quiet, line, date: colour, background }) => ({
    grid: { left: 80, right: 40, top: 32, bottom: 70 },
    tooltip: {
      renderMode: 'richText',
      backgroundColor: background,
      textStyle: { color: text },
      borderColor: line,
      formatter: ({ data: bar }: { data: unknown }, ticket: string, show: Show) => {
        const index = (bar as { value?: readonly number[] }).value?.[4];
        const date = index === undefined ? undefined : dates[index];
        return date ? tooltipOf(date, (more) => show(ticket, more)) : '';
      },
    },
    xAxis: { type: 'time', axisLabel: { color: quiet }, axisLine: { lineStyle: { color: line } } },
    yAxis: {
      type: 'category',
      data: ROWS.map(({ label }) => label),
      axisLabel: { color: text },
      axisLine: { lineStyle: { color: line } },
    },
    dataZoom: [
      { type: 'inside', ...window },
      { type: 'slider', height: 20, textStyle: { color: quiet }, ...window },
    ],
    series: [
      {
        type: 'custom',
        name: words.mentions,
        encode: { x: [1, 2], y: 0, tooltip: [3] },
        itemStyle: { color: colour, opacity: 0.75 },
        data,
        renderItem: (_: unknown, api: CustomApi) => {
          const [start, y] = api.coord([api.value(1), api.value(0)]);
          const [end] = api.coord([api.value(2), api.value(0)]);
          const height = 8 + 28 * Math.sqrt(api.value(3) / most);
          const width = Math.max(4, end - start);
          return {
            type: 'rect',
            shape: { x: start, y: y - height / 2, width, height, r: 2 },
            style: api.style(),
          };
        },
        markLine: {
          symbol: 'none',
          silent: true,
          // Several labels would lie over each other.
          label: { show: publications.length === 1, color: quiet, formatter: words.published },
          lineStyle: { color: quiet, type: 'dashed', opacity: publications.length === 1 ? 1 : 0.4 },
          data:
            publications.length <= MOST_LINES
              ? publications.map(({ date }) => ({ xAxis: toTime(date) }))
              : [],
        },
      },
    ],
  });
}

type Show = (ticket: string, text: string) => void;

const sentences = new Map<string, string>();

/** A date with its mentions; the sentence of the first one follows when it has come. */
function tooltipOf(date: TimelineDate, show: (text: string) => void): string {
  const head = `${date.value} · ${words.mentions}: ${date.mentions}`;
  const known = sentences.get(date.value);
  if (known !== undefined) return `${head}\n${known}`;
  void askPlaces(entityOf(date)).then(async ([first]) => {
    if (!first) return;
    const sentence = breakLines(await askSentence(first));
    sentences.set(date.value, sentence);
    show(`${head}\n${sentence}`);
  });
  return `${head}\n…`;
}

/** In lines of about so many letters. */
const LINE = 60;

function breakLines(text: string): string {
  let line = 0;
  return text
    .split(' ')
    .map((word) => {
      const breaks = line > 0 && LINE < line + word.length;
      line = breaks ? word.length : line + word.length + 1;
      return `${breaks ? '\n' : ' '}${word}`;
    })
    .join('')
    .trim();
}

/** What ECharts gives to draw one item with. */
interface CustomApi {
  value(dimension: number): number;
  coord(point: readonly number[]): [number, number];
  style(): unknown;
}

/** The dates as a table. */
export function timelineTable({ dates, left }: TimelinePicture): HTMLElement {
  const columns: Column<TimelineDate & { readonly entity: EntityName }>[] = [
    { heading: words.date, of: ({ value }) => value },
    { heading: words.from, of: ({ first }) => first },
    { heading: words.to, of: ({ last }) => last },
    { heading: words.mentions, of: ({ mentions }) => mentions },
    { heading: words.articles, of: ({ articles }) => articles },
  ];
  const rows = dates.map((date) => ({ ...date, entity: entityOf(date) }));
  return tableOf(words.date, rows, columns, left);
}

/** A click on a bar goes to its first place. */
export function dateAt({ dates }: TimelinePicture, data: unknown): EntityName | undefined {
  const index = (data as { value?: readonly number[] } | undefined)?.value?.[4];
  const date = index === undefined ? undefined : dates[index];
  return date && entityOf(date);
}

function entityOf({ value }: TimelineDate): EntityName {
  return { kind: 'date', name: value };
}

/** The time that is shown at first: that of most mentions, so that a single distant year does not press the rest together. */
function windowOf(dates: readonly TimelineDate[]): { startValue: number; endValue: number } {
  const times = dates
    .flatMap((date) => Array<number>(date.mentions).fill(toTime(date.first)))
    .sort((a, b) => a - b);
  const at = (share: number): number => times[Math.round(share * (times.length - 1))] ?? 0;
  const margin = Math.max(7 * DAY, 0.15 * (at(0.9) - at(0.1)));
  return { startValue: at(0.1) - margin, endValue: at(0.9) + margin };
}

function rowOf({ first, last }: TimelineDate): number {
  const days = (toTime(last) - toTime(first)) / DAY + 1;
  return ROWS.findIndex(({ most }) => days <= most);
}

function toTime(day: string): number {
  return Date.parse(`${day}T00:00Z`);
}
