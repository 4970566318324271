import { existsSync } from 'node:fs';
import path from 'node:path';

/**
 * The folder of texts and gazetteers that models and lexicons are made from: `data` in the folder that NEWSMARK_DATA
 * names, else in `shared` beside the repository; undefined where there is none.
 */
export function dataFolder(): string | undefined {
  const shared = process.env.NEWSMARK_DATA ?? path.join(import.meta.dirname, '../../../shared');
  const data = path.join(shared, 'data');
  return existsSync(data) ? data : undefined;
}
