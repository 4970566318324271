import type { WantedHints } from './inlayHints.ts';
import { type ProblemCode, SEVERITIES, type Severity } from './problems/problem.ts';

/** The settings of a resource, section `newsmark`. */
export interface Settings {
  readonly problems: Readonly<Record<ProblemCode, Severity>>;
  /** Whether problems of articles that are not open are told too. */
  readonly wholeFolder: boolean;
  readonly inlayHints: WantedHints;
  readonly codeLenses: boolean;
  /** Whose layer of marks it is; empty for the layer without a name. */
  readonly annotator: string;
  /** What becomes of the folder's lexicon: its rules hold and verdicts make new ones, its rules hold, it is not read. */
  readonly lexicon: 'learn' | 'apply' | 'off';
}

const LEVELS: readonly unknown[] = ['off', 'hint', 'information', 'warning', 'error'] satisfies Severity[];

const LEXICON_USES = ['learn', 'apply', 'off'] as const satisfies Settings['lexicon'][];

/** Reads what a client answers for the section `newsmark`; what is missing or not understood has its default. */
export function toSettings(section: unknown): Settings {
  const problems = { ...SEVERITIES };
  const given = property(section, 'problems');
  for (const code of Object.keys(SEVERITIES) as ProblemCode[]) {
    const level = property(given, code);
    if (LEVELS.includes(level)) problems[code] = level as Severity;
  }
  const hints = property(section, 'inlayHints');
  return {
    problems,
    wholeFolder: property(given, 'wholeFolder') === true,
    inlayHints: {
      name: property(hints, 'names') !== false,
      date: property(hints, 'dates') !== false,
      speaker: property(hints, 'speakers') !== false,
    },
    annotator: toName(property(section, 'annotator')),
    lexicon: LEXICON_USES.find((use) => use === property(section, 'lexicon')) ?? 'learn',
    codeLenses: property(property(section, 'codeLens'), 'enabled') !== false,
  };
}

function toName(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}

function property(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}
