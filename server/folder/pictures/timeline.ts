import type { Articles } from './articles.ts';
import { type Interval, toInterval } from './interval.ts';

/** A date of the timeline: every mention that has the value. */
export interface TimelineDate extends Interval {
  readonly value: string;
  readonly mentions: number;
  readonly articles: number;
}

export interface Timeline {
  /** In order of time. */
  readonly dates: readonly TimelineDate[];
  /** Publication dates with the number of articles. */
  readonly publications: readonly { readonly date: string; readonly articles: number }[];
}

/** The dates of the articles that have a place in the calendar. Linear in their number. */
export function toTimeline(articles: Articles): Timeline {
  const dates = new Map<string, { mentions: number; articles: number }>();
  const publications = new Map<string, number>();
  for (const [, summary] of articles) {
    if (summary.published !== undefined)
      publications.set(summary.published, (publications.get(summary.published) ?? 0) + 1);
    for (const { value, places } of summary.dates) {
      const date = dates.get(value) ?? { mentions: 0, articles: 0 };
      dates.set(value, date);
      date.mentions += places.length / 2;
      date.articles++;
    }
  }
  return {
    dates: Array.from(dates, ([value, date]) => ({ value, interval: toInterval(value), ...date }))
      .flatMap(({ interval, ...date }) => (interval ? [{ ...date, ...interval }] : []))
      .sort((a, b) => order(a.first, b.first) || order(a.last, b.last)),
    publications: Array.from(publications, ([date, count]) => ({ date, articles: count })).sort((a, b) =>
      order(a.date, b.date),
    ),
  };
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
