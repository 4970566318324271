import type { Picture } from '../../server/requests.ts';
import type { Options } from './chart.ts';
import { words } from './host.ts';
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

/** The dates as bars from their first to their last day, higher where they are mentioned more often. */
export function timelineOptions({ dates, publications }: TimelinePicture): Options {
  const most = Math.max(1, ...dates.map(({ mentions }) => mentions));
  const data = dates.map((date, index) => ({
    name: date.value,
    value: [rowOf(date), toTime(date.first), toTime(date.last) + DAY, date.mentions, index],
  }));
  const window = windowOf(dates);
  return ({ text, quiet, line, date: colour, background }) => ({
    grid: { left: 80, right: 40, top: 32, bottom: 70 },
    tooltip: {
      renderMode: 'richText',
      backgroundColor: background,
      textStyle: { color: text },
      borderColor: line,
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
          lineStyle: { color: quiet, type: 'dashed' },
          data: publications.map(({ date }) => ({ xAxis: toTime(date) })),
        },
      },
    ],
  });
}

/** What ECharts gives to draw one item with. */
interface CustomApi {
  value(dimension: number): number;
  coord(point: readonly number[]): [number, number];
  style(): unknown;
}

/** The dates as a table. */
export function timelineTable({ dates }: TimelinePicture): HTMLElement {
  const columns: Column<TimelineDate>[] = [
    { heading: words.date, of: ({ value }) => value },
    { heading: words.from, of: ({ first }) => first },
    { heading: words.to, of: ({ last }) => last },
    { heading: words.mentions, of: ({ mentions }) => mentions },
    { heading: words.articles, of: ({ articles }) => articles },
  ];
  return tableOf(words.date, dates, columns);
}

/** A click on a bar goes to its first place. */
export function dateAt(picture: TimelinePicture, data: unknown): TimelineDate | undefined {
  const index = (data as { value?: readonly number[] } | undefined)?.value?.[4];
  return index === undefined ? undefined : picture.dates[index];
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
