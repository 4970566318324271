const KNOWN = ['person', 'country', 'date', 'quote', 'speaker', 'cue', 'fragment'];
const LABELS: ReadonlyMap<string, string> = new Map(KNOWN.map((name) => [name, name.toUpperCase()]));
const NAMES: ReadonlyMap<string, string> = new Map([
  ...KNOWN.map((name) => [name, name] as const),
  ['per', 'person'],
]);

/** A kind or a role as most tools write labels: ours in capitals, those of a scheme as they are. */
export function toLabel(name: string): string {
  return LABELS.get(name) ?? name;
}

/** The kind or role of a label; ours in whatever letters they are written. */
export function fromLabel(label: string): string {
  return NAMES.get(label.toLowerCase()) ?? label;
}
