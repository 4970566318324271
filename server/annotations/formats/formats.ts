import { BRAT } from './brat/brat.ts';
import { CONLL, IOB2 } from './conll/conll.ts';
import { CSV } from './csv/marks.ts';
import { CSV_QUOTES } from './csv/quotes.ts';
import { DOCCANO, DOCCANO_LABELS } from './doccano/doccano.ts';
import type { Format } from './format.ts';
import { GATE } from './gate/gate.ts';
import { GUARDIAN } from './guardian/guardian.ts';
import { LABEL_STUDIO } from './labelStudio/labelStudio.ts';
import { PRODIGY } from './prodigy/prodigy.ts';
import { TEI, TEI_STANDOFF } from './tei/tei.ts';
import { W3C } from './w3c/w3c.ts';
import { WEBANNO } from './webanno/webanno.ts';

/** Every format, in the order in which they are offered and tried on a file. */
export const FORMATS: readonly Format[] = [
  BRAT,
  PRODIGY,
  DOCCANO,
  DOCCANO_LABELS,
  LABEL_STUDIO,
  W3C,
  WEBANNO,
  TEI,
  TEI_STANDOFF,
  GATE,
  GUARDIAN,
  CONLL,
  IOB2,
  CSV_QUOTES,
  CSV,
];

/** The format of that name. */
export function findFormat(name: string): Format | undefined {
  return FORMATS.find((format) => format.name === name);
}
