import { setImmediate } from 'node:timers/promises';
import type { ReadArticle } from '../../analysis/article.ts';
import { writeBrat } from '../../annotations/formats/brat/write.ts';
import { findSuggestions } from '../../annotations/suggestions.ts';
import type { Pool } from '../../pool.ts';
import { drawArticle } from '../picture.ts';
import { toRecord } from '../records.ts';

/** How articles are printed. */
export const FORMATS = ['picture', 'json', 'jsonl', 'brat'] as const;
export type Format = (typeof FORMATS)[number];

/** An article to be read and printed, here or in a thread. */
export interface PrintTask {
  readonly kind: 'print';
  readonly format: Format;
  readonly hasColours: boolean;
  readonly id: string | number;
  readonly text: string;
  readonly published: string | undefined;
  readonly fileName: string | undefined;
}

/** Prints in this thread; between two articles the process hears what else happens. */
export function createPrinter(read: ReadArticle): Pool<PrintTask, string> {
  return {
    run: async (task) => {
      await setImmediate();
      return printArticle(read, task);
    },
    close: async () => undefined,
  };
}

/** Reads an article and prints what was found. */
export function printArticle(read: ReadArticle, task: PrintTask): string {
  const { format, hasColours, id, text, published, fileName } = task;
  const article = read(text, { published, fileName });
  switch (format) {
    case 'jsonl':
      return `${JSON.stringify(toRecord(id, article))}\n`;
    case 'json':
      return JSON.stringify(toRecord(id, article), undefined, 2).replace(/^/gmu, '  ');
    case 'brat':
      return writeBrat({ text, marks: findSuggestions(article), rest: [] }).standoff;
    case 'picture':
      return `${drawArticle(article, { title: String(id), hasColours })}\n`;
  }
}
