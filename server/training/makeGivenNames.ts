import { writeFileSync } from 'node:fs';
import { readTable } from './data.ts';

// Given names that are borne by one sex ten times as often as by the other, the commonest of either list.

const LISTED = 1200;
const female = readShares('gazetteers/given_female_us_census1990.tsv');
const male = readShares('gazetteers/given_male_us_census1990.tsv');
const lexicon = { female: pick(female, male), male: pick(male, female) };
const target = new URL('../analysis/lexicon/givenNames.json', import.meta.url);
writeFileSync(target, `${JSON.stringify(lexicon, undefined, 1)}\n`);
console.log(`${lexicon.female.split(' ').length} female, ${lexicon.male.split(' ').length} male`);

function readShares(file: string): ReadonlyMap<string, number> {
  return new Map(readTable(file).map(([name = '', percent]) => [name.toLowerCase(), Number(percent)]));
}

function pick(own: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): string {
  return [...own]
    .filter(([name, share]) => share >= 10 * (other.get(name) ?? 0))
    .slice(0, LISTED)
    .map(([name]) => name)
    .sort()
    .join(' ');
}
