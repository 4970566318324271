import { readFileSync, writeFileSync } from 'node:fs';
import { parseTable, readTable } from './data.ts';

/** One state as the lexicon holds it. */
interface Row {
  name: string;
  alpha3: string;
  capital: string;
  names: string[];
  demonyms: string[];
  /** Cities and houses whose name may stand for the state. */
  seats: string[];
}

/** What ISO 3166-3 knows of the states that ended, and 3166-1 does not of Kosovo. */
const NOT_IN_THE_CODES: Readonly<Record<string, readonly [name: string, alpha3: string, capital: string]>> = {
  CSHH: ['Czechoslovakia', 'CSK', 'Prague'],
  CSXX: ['Serbia and Montenegro', 'SCG', 'Belgrade'],
  DDDE: ['East Germany', 'DDR', 'East Berlin'],
  RHZW: ['Rhodesia', 'RHO', 'Salisbury'],
  SUHH: ['Soviet Union', 'SUN', 'Moscow'],
  VDVN: ['North Vietnam', 'VDR', 'Hanoi'],
  XK: ['Kosovo', 'XKX', 'Pristina'],
  YDYE: ['South Yemen', 'YMD', 'Aden'],
  YUCS: ['Yugoslavia', 'YUG', 'Belgrade'],
};

/** Capitals whose names are commoner words, other places or people: they never stand for the state in the lists. */
const CAPITALS_PASSED_OVER = new Set(
  "Male|Victoria|Kingston|Georgetown|Roseau|Hamilton|Stanley|Wellington|San Jose|Santiago|Monaco|Luxembourg|Djibouti|Singapore|San Marino|Kuwait City|Mexico City|Panama City|Guatemala City|Vatican City|Castries|Nassau|Sofia|Jerusalem|East Jerusalem|St. John's|St. George's|Sao Tome|Praia|Dili|Yaren|Tarawa|Apia|Sucre|Brussels|Geneva".split(
    '|',
  ),
);

const table = new Map<string, Row>();
const territories: string[] = [];

for (const [alpha2, alpha3, cldr, , formal, capital, , , independent] of readTable(
  'gazetteers/country_codes.tsv',
)) {
  if (!alpha2 || !alpha3 || !cldr || (independent !== 'Yes' && alpha2 !== 'PS')) continue;
  const row = rowOf(alpha2);
  row.name = plainName(cldr);
  row.alpha3 = alpha3;
  row.capital = (capital ?? '').trim();
  for (const name of [row.name, (formal ?? '').replace(/^the /u, '').replace(/ \*+$/u, '')])
    add(row.names, name);
  if (!CAPITALS_PASSED_OVER.has(row.capital)) add(row.seats, row.capital);
}
for (const [code, [name, alpha3, capital]] of Object.entries(NOT_IN_THE_CODES)) {
  const row = rowOf(code);
  Object.assign(row, { name, alpha3, capital });
  add(row.names, name);
}
for (const [code, name] of readTable('gazetteers/cldr_territories_en.tsv')) {
  const [alpha2, , kind] = (code ?? '').split('-');
  const row = table.get(alpha2 ?? '');
  if (row && kind && name && !/[()]/u.test(name)) add(row.names, name);
}
readForms(readTable('gazetteers/countries_by_hand.tsv'));
readForms(parseTable(readFileSync(new URL('countries/additions.tsv', import.meta.url), 'utf8')));
// The short name is what people write: UN and CLDR names come second.
for (const row of table.values()) row.names.sort((a, b) => Number(b === row.name) - Number(a === row.name));

const states = Object.fromEntries([...table].sort(([a], [b]) => (a < b ? -1 : 1)));
const target = new URL('../analysis/lexicon/countries.json', import.meta.url);
writeFileSync(target, `${JSON.stringify({ states, territories: territories.sort() }, undefined, 1)}\n`);
console.log(`${table.size} states, ${territories.length} territories`);

function readForms(rows: readonly string[][]): void {
  for (const [code, kind, form] of rows) {
    if (!code || !form) continue;
    if (kind === 'territory') {
      add(territories, form);
      continue;
    }
    const row = rowOf(code);
    if (kind === 'name') add(row.names, form);
    else if (kind === 'demonym') add(row.demonyms, form);
    else if (kind === 'seat') add(row.seats, form);
    else if (kind === 'remove') {
      row.names = row.names.filter((name) => name !== form);
      row.demonyms = row.demonyms.filter((name) => name !== form);
    }
  }
}

function rowOf(code: string): Row {
  const known = table.get(code);
  if (known) return known;
  const row: Row = { name: '', alpha3: '', capital: '', names: [], demonyms: [], seats: [] };
  table.set(code, row);
  return row;
}

function add(list: string[], form: string): void {
  if (form && !list.includes(form)) list.push(form);
}

/** CLDR writes for menus: `Congo - Kinshasa`, `Antigua & Barbuda`, `US`. */
function plainName(cldr: string): string {
  const spelled: Readonly<Record<string, string>> = {
    'Congo - Kinshasa': 'Democratic Republic of the Congo',
    'Congo - Brazzaville': 'Republic of the Congo',
    US: 'United States',
    UK: 'United Kingdom',
    'Côte d’Ivoire': 'Ivory Coast',
    Bosnia: 'Bosnia and Herzegovina',
    'St. Vincent & Grenadines': 'Saint Vincent and the Grenadines',
    Türkiye: 'Turkey',
  };
  return spelled[cldr] ?? cldr.replace(' & ', ' and ').replace(/^St\. /u, 'Saint ');
}
