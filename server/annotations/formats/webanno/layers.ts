import { fromLabel } from '../labels.ts';
import { fromFeature } from './escape.ts';
import type { Layer } from './parse.ts';

/** The layers that marks without another are written in. */
export const MARKS = 'webanno.custom.Mark';
export const PARTS = 'webanno.custom.Part';

/** Layers of every token, and those with other columns than values: kept as they are. */
export function isKept({ type, name, features }: Layer): boolean {
  if (type === 'CH') return true;
  if (type === 'RL') return /\.(?:syntax|dependency)\./u.test(name);
  return (
    features.some((own) => own.startsWith('ROLE_')) ||
    /\.(?:lexmorph|segmentation|syntax|transform)\./u.test(name)
  );
}

/** The feature that says which kind of annotation it is. */
export function kindFeature({ features }: Layer): string | undefined {
  const known = ['kind', 'value', 'label', 'role'].find((own) => features.includes(own));
  return known ?? (features.length === 1 ? features[0] : undefined);
}

/** The kind of an annotation; the short name of its layer where no feature says it. */
export function kindOf(layer: Layer, values: ReadonlyMap<string, string>): string {
  const value = values.get(kindFeature(layer) ?? '');
  return value === undefined || value === '' ? shortName(layer) : fromLabel(value);
}

/** The attributes among the values. */
export function attributesOf(
  layer: Layer,
  values: ReadonlyMap<string, string>,
): Readonly<Record<string, string>> {
  const own = [...values].filter(
    ([key]) => key !== kindFeature(layer) && !(layer.name === MARKS && key === 'note'),
  );
  return Object.fromEntries(own.map(([key, value]) => [fromFeature(key), value]));
}

function shortName({ name }: Layer): string {
  return name.slice(name.lastIndexOf('.') + 1);
}
