import type { Writable } from 'node:stream';

/** How far a run is, told on a terminal. */
export interface Progress {
  /** Bytes of the input were read. */
  read(bytes: number): void;
  /** An article is done. */
  done(): void;
  /** Writes a message; the bar goes on below it. */
  tell(line: string): void;
  /** The bar gives place to the sum. */
  end(): void;
}

/** So often, in milliseconds, is the bar drawn. */
const EVERY = 200;
const WIDTH = 24;

/**
 * A bar with the articles done, their rate and, where the bytes of the whole input are known, the time left. Articles that
 * were done in an earlier run move the bar but count neither for the rate nor for the time.
 */
export function createBar(stderr: Writable, total: number | undefined, now: () => number): Progress {
  let bytes = 0;
  let articles = 0;
  let began: { readonly time: number; readonly bytes: number } | undefined;
  let drawn = Number.NEGATIVE_INFINITY;
  const draw = (): void => {
    const time = now();
    if (!began || time - drawn < EVERY) return;
    drawn = time;
    const seconds = (time - began.time) / 1000;
    const bar = total === undefined ? '' : `${drawBar(Math.min(1, bytes / Math.max(1, total)))} `;
    stderr.write(`\r\x1b[K${bar}${countOf(articles)}${rateOf(articles, seconds)}${leftOf(seconds)}`);
  };
  const leftOf = (seconds: number): string => {
    const own = bytes - (began?.bytes ?? 0);
    if (total === undefined || own <= 0 || seconds < 1) return '';
    return `, ${inWords((seconds * Math.max(0, total - bytes)) / own)} left`;
  };
  return {
    read(more) {
      bytes += more;
    },
    done() {
      began ??= { time: now(), bytes };
      articles++;
      draw();
    },
    tell(line) {
      stderr.write(`\r\x1b[K${line}\n`);
      drawn = Number.NEGATIVE_INFINITY;
      draw();
    },
    end() {
      const seconds = began ? (now() - began.time) / 1000 : 0;
      stderr.write(`\r\x1b[K${countOf(articles)} in ${inWords(seconds)}${rateOf(articles, seconds)}\n`);
    },
  };
}

/** Where no terminal looks on: messages alone. */
export function createSilence(stderr: Writable): Progress {
  const nothing = (): void => undefined;
  return { read: nothing, done: nothing, tell: (line) => void stderr.write(`${line}\n`), end: nothing };
}

function drawBar(share: number): string {
  const full = Math.round(share * WIDTH);
  return `${String(Math.floor(share * 100)).padStart(3)}% ${'█'.repeat(full)}${'░'.repeat(WIDTH - full)}`;
}

function countOf(articles: number): string {
  return `${articles.toLocaleString('en')} article${articles === 1 ? '' : 's'}`;
}

function rateOf(articles: number, seconds: number): string {
  if (seconds <= 0) return '';
  const rate = articles / seconds;
  return `, ${rate.toFixed(rate < 10 ? 1 : 0)} a second`;
}

function inWords(seconds: number): string {
  if (seconds < 60) return `${Math.round(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
