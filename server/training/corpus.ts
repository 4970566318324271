import { type Annotated, readRecords, readTable } from './data.ts';
import type { Gaps } from './labels.ts';
import { knownPeople } from './lexicon.ts';
import { pick, type Random } from './random.ts';
import type { NamePool } from './replaceNames.ts';
import { makeWordPool } from './replaceWords.ts';

/** A text to learn names from. */
export interface Source {
  readonly record: Annotated;
  readonly gaps: Gaps;
  readonly weight: number;
  /** Gold is read in every form each time, silver in one. */
  readonly gold: boolean;
  /** Text without annotations. */
  readonly plain?: boolean;
}

const GUM: Gaps = { metonyms: true, demonyms: true };

/** All training texts; Groningen's sentences joined to short texts of neighbours. */
export function readCorpus(random: Random): Source[] {
  const sources: Source[] = [];
  const add = (records: readonly Annotated[], gaps: Gaps, weight: number, gold: boolean): void => {
    for (const record of records) sources.push({ record, gaps, weight, gold });
  };
  add(readRecords('gold/train.jsonl'), {}, 1, true);
  for (const name of ['news', 'interview', 'court', 'academic'])
    add(readRecords(`train/gum_${name}.jsonl`), GUM, 0.33, true);
  add(readRecords('train/wikigold.jsonl'), { metonyms: true }, 0.33, true);
  add(
    readRecords('train/re3d_open.jsonl').filter(({ source }) => source !== 'Wikipedia'),
    { metonyms: true, demonyms: true, others: true, organisations: true },
    0.17,
    true,
  );
  add(
    joinNeighbours(random, readRecords('train/gmb_silver.jsonl')),
    { metonyms: true, others: true },
    1,
    false,
  );
  const known = new Set(
    [...readRecords('gold/train.jsonl'), ...readRecords('gold/dev.jsonl')].map(beginning),
  );
  for (const name of PLAIN)
    for (const { id, text } of readRecords(`text/${name}.jsonl`))
      if (!known.has(beginning({ text })))
        sources.push({ record: { id, text, entities: [] }, gaps: {}, weight: 1, gold: false, plain: true });
  return sources;
}

const PLAIN = ['wikinews_2019_2020', 'voa_passages', 'geovirus_wikinews'];

function beginning({ text }: { readonly text: string }): string {
  return text.slice(50, 250);
}

function joinNeighbours(random: Random, records: readonly Annotated[]): Annotated[] {
  const joined: Annotated[] = [];
  for (let i = 0; i < records.length; ) {
    const last = Math.min(records.length, i + 1 + Math.floor(random() * 8));
    let text = '';
    const entities = [];
    const id = (records[i] as Annotated).id;
    for (; i < last; i++) {
      const record = records[i] as Annotated;
      if (text !== '') text += random() < 0.3 ? '\n' : ' ';
      for (const entity of record.entities)
        entities.push({ ...entity, start: entity.start + text.length, end: entity.end + text.length });
      text += record.text;
    }
    joined.push({ id, text, entities });
  }
  return joined;
}

/** Names from the lists, organisations from the gold and words of the texts, to replace those of the texts with. */
export function readNamePool(random: Random, sources: readonly Source[]): NamePool {
  const given: string[] = [];
  const surnames: string[] = [];
  for (const name of knownPeople()) {
    const parts = name.split(' ');
    if (!/^\p{Lu}\p{Ll}/u.test(parts.at(-1) as string) || !/^\p{Lu}\p{Ll}/u.test(parts[0] as string))
      continue;
    given.push(parts[0] as string);
    surnames.push(parts.at(-1) as string);
  }
  const census = readTable('gazetteers/surnames_us_census1990.tsv').map(([name]) => name as string);
  const women = readTable('gazetteers/given_female_us_census1990.tsv').map(([name]) => name as string);
  const men = readTable('gazetteers/given_male_us_census1990.tsv').map(([name]) => name as string);
  for (let i = 0; i < 12000; i++) {
    surnames.push(pick(random, census));
    given.push(pick(random, random() < 0.5 ? women : men));
  }
  const organisations = sources.flatMap(({ record, gold, gaps }) =>
    gold && !gaps.organisations
      ? record.entities
          .filter(({ type }) => type === 'ORG')
          .map(({ start, end }) => record.text.slice(start, end))
          .filter((name) => name.includes(' '))
      : [],
  );
  const places = readTable('gazetteers/world_cities.tsv')
    .map(([name]) => name as string)
    .filter((name) => /^\p{Lu}\p{Ll}+$/u.test(name));
  const words = makeWordPool(sources.map(({ record }) => record.text));
  return { given, surnames, organisations, places, words };
}
