import { BRAT } from './brat/brat.ts';
import type { Format } from './format.ts';

/** Every format, in the order in which they are offered and tried on a file. */
export const FORMATS: readonly Format[] = [BRAT];

/** The format of that name. */
export function findFormat(name: string): Format | undefined {
  return FORMATS.find((format) => format.name === name);
}
