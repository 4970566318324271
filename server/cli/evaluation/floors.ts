import type { Form } from '../../analysis/types.ts';
import type { Score } from './score.ts';

/** Least figures, from 0 to 1: form → type → way of counting. */
export type Floors = { readonly [F in Form]?: Readonly<Record<string, Readonly<Record<string, number>>>> };

/** The F1 of each type and way of counting, and the accuracy of speakers, cut (not rounded) to three places. */
export function toFloors({ types, quotes }: Score): Floors[Form] & object {
  const all: Record<string, Record<string, number>> = {};
  for (const [type, score] of Object.entries({ ...types, ...(quotes && { QUOTE: quotes }) })) {
    const floors: Record<string, number> = {};
    for (const [name, figures] of Object.entries(score))
      floors[name] = Math.floor(1000 * ('f1' in figures ? figures.f1 : figures.accuracy) + 1e-9) / 1000;
    all[type] = floors;
  }
  return all;
}

/** Says of each floor that a figure has fallen under, or that has no figure, what it is. */
export function findFallen(floors: Floors, reached: Floors): readonly string[] {
  const fallen: string[] = [];
  for (const form of ['edited', 'scraped'] as const)
    for (const [type, figures] of Object.entries(floors[form] ?? {}))
      for (const [name, floor] of Object.entries(figures)) {
        const figure = reached[form]?.[type]?.[name];
        if (figure === undefined || figure < floor)
          fallen.push(`${form} ${type} ${name}: ${figure ?? 'no figure'}, floor ${floor}`);
      }
  return fallen;
}

/** The floors raised to the figures reached; none is lowered or dropped. */
export function raiseFloors(floors: Floors, reached: Floors): Floors {
  const forms = (['edited', 'scraped'] as const).filter((form) => floors[form] ?? reached[form]);
  return Object.fromEntries(
    forms.map((form) => {
      const types = new Set([...Object.keys(floors[form] ?? {}), ...Object.keys(reached[form] ?? {})]);
      return [
        form,
        Object.fromEntries(
          Array.from(types, (type) => [type, higher(floors[form]?.[type], reached[form]?.[type])]),
        ),
      ];
    }),
  );
}

function higher(
  floors: Readonly<Record<string, number>> = {},
  figures: Readonly<Record<string, number>> = {},
): Readonly<Record<string, number>> {
  const raised = { ...floors };
  for (const [name, figure] of Object.entries(figures)) raised[name] = Math.max(raised[name] ?? 0, figure);
  return raised;
}

/** Reads a floors file; throws an Error that says what is wrong with it. */
export function parseFloors(json: string): Floors {
  const value: unknown = JSON.parse(json);
  if (typeof value !== 'object' || value === null) throw new Error('the floors are no JSON object');
  for (const [form, types] of Object.entries(value)) {
    if (form !== 'edited' && form !== 'scraped') throw new Error(`"${form}" is no form: edited or scraped`);
    for (const [type, figures] of Object.entries(types ?? {}))
      for (const [name, floor] of Object.entries(figures ?? {}))
        if (typeof floor !== 'number') throw new Error(`the floor ${form} ${type} ${name} is no number`);
  }
  return value as Floors;
}
