import { type ProblemCode, SEVERITIES, type Severity } from './problems/problem.ts';

/** The settings of a resource, section `newsmark`. */
export interface Settings {
  readonly problems: Readonly<Record<ProblemCode, Severity>>;
}

export const DEFAULT_SETTINGS: Settings = { problems: SEVERITIES };

const LEVELS: readonly unknown[] = ['off', 'hint', 'information', 'warning', 'error'] satisfies Severity[];

/** Reads what a client answers for the section `newsmark`; what is missing or not understood has its default. */
export function toSettings(section: unknown): Settings {
  const problems = { ...SEVERITIES };
  const given = property(section, 'problems');
  for (const code of Object.keys(SEVERITIES) as ProblemCode[]) {
    const level = property(given, code);
    if (LEVELS.includes(level)) problems[code] = level as Severity;
  }
  return { problems };
}

function property(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}
