import type { JsonObject } from '../../sideFile/json.ts';
import { VERDICTS } from '../../sideFile/stored.ts';
import type { Annotation } from '../annotation.ts';

/** The fields of a mark that are features of their own. */
export const META = [
  ...(['note', 'verdict', 'annotator', 'created', 'modified', 'unsure', 'suggested'] as const),
];

/** Those fields as features say them; a value that such a field cannot have is left out. */
export function readMeta(features: JsonObject): Partial<Annotation> {
  const text = (key: 'note' | 'annotator' | 'created' | 'modified'): Partial<Annotation> => {
    const value = features[`newsmark:${key}`];
    return typeof value === 'string' ? { [key]: value } : {};
  };
  const verdict = VERDICTS.find((own) => own === features['newsmark:verdict']);
  return {
    ...{ ...text('note'), ...text('annotator'), ...text('created'), ...text('modified') },
    ...(verdict && { verdict }),
    ...(features['newsmark:unsure'] === true && { unsure: true }),
    ...(features['newsmark:suggested'] === true && { suggested: true }),
  };
}

/** Whether something is said of who made the mark: then it is one, and no part of another alone. */
export function hasMeta(mark: Annotation | undefined): boolean {
  return mark !== undefined && META.some((field) => mark[field] !== undefined);
}
