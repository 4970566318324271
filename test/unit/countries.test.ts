import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countryFacts } from '../../server/analysis/countries/facts.ts';
import { check, checkForms } from '../support/check.ts';

const only = ['country'] as const;

function both(marked: string): void {
  checkForms(marked, { only });
}

test('names, aliases and long forms are one state', () => {
  both('Ships left the [[country=US name: United States]] today.');
  both('Trade between the [[country=US: U.S.]] and [[country=MX: Mexico]] grew.');
  both('The [[country=KP name: Democratic People’s Republic of Korea]] sent a letter.');
  both('The [[country=KP: DPRK]] and the former [[country=SUHH name: U.S.S.R.]] were close.');
  both(
    'Rain fell on [[country=GW: Guinea-Bissau]], [[country=GN: Guinea]] and [[country=PG: Papua New Guinea]].',
  );
  both(
    'Ministers from the [[country=CI: Côte d’Ivoire]] delegation met those of [[country=ST: São Tomé and Príncipe]].',
  );
});

test('the longest name wins', () => {
  both('[[country=KR: South Korea]] and [[country=SS: South Sudan]] voted; [[country=SD: Sudan]] did not.');
  both('Farmers in New Mexico sell to [[country=MX: Mexico]].');
  both('The party won seats in Northern Ireland and in the [[country=IE: Republic of Ireland]].');
});

test('demonyms, single and plural', () => {
  both('Two [[country=KP demonym: North Koreans]] met a [[country=KR demonym: South Korean]] doctor.');
  both(
    '[[country=CN demonym: Chinese]] and [[country=IQ demonym: Iraqi]] officials spoke to [[country=FR demonym: Frenchwomen]].',
  );
  both('The [[country=US: U.S.]]-[[country=KR demonym: South Korean]] alliance is old.');
});

test('regions, events and things are left alone', () => {
  both('The Korean peninsula has been divided since the Korean War.');
  both(
    'Unrest spread in Latin America and beside the Indian Ocean, the South China Sea and the Gulf of Mexico.',
  );
  both('Native Americans and African Americans voted in British Columbia and New South Wales.');
  both('The two Koreas met and a Korean song was played.');
  both('Hong Kong, Scotland and Puerto Rico are not states.');
});

test('the pronoun us is no state', () => {
  both('He told us that he would let us go with the rest of us.');
  both('The [[country=US: US]] president and a [[country=US: US]] general told us the news.');
  check('The firm paid US$5 million and $US 3 million.', { only });
  both('The firm paid US$5 million.');
});

test('the bird and the verb are no states', () => {
  both('We ate the turkey and made a turkey sandwich.');
  both(
    '[[country=TR: Turkey]] sent help to [[country=PL: Poland]] and a [[country=PL demonym: Polish]] town.',
  );
  both('She wants to polish her speech.');
});

test('the article decides which Georgia and which Congo', () => {
  both('Fans in Georgia flew from Atlanta to Savannah. Voters in Georgia chose a Republican.');
  both(
    '[[country=RU: Russia]] closed its border with [[country=GE: Georgia]] and met [[country=GE demonym: Georgian]] envoys.',
  );
  both('Doctors reached [[country=CD: Congo]] and treated [[country=CD demonym: Congolese]] children.');
  both('The [[country=CG: Republic of the Congo]] held a vote. [[country=CG: Congo]] has oil.');
});

test('a seat of government that acts stands for the state', () => {
  both('[[country=KP metonym: Pyongyang]] has threatened to leave the talks.');
  both('Relations between [[country=RU metonym: Moscow]] and [[country=CN metonym: Beijing]] are warm.');
  both('A new deal with [[country=IR metonym: Tehran]] is near.');
  both('They condemned [[country=IR metonym: Tehran]]’s nuclear ambitions.');
  both('The ministers accused [[country=SY metonym: Damascus]] of lying.');
  both('The rebels fight the [[country=SD metonym: Khartoum]] government.');
  both('A [[country=US metonym: White House]] spokesman smiled.');
  both('The [[country=RU metonym: Kremlin]] denied the report.');
  both('He led a pro-[[country=CN metonym: Beijing]] party.');
});

test('what a state is asked, wants or lacks', () => {
  both('He called for [[country=SY metonym: Damascus]] to withdraw its troops.');
  both('It ends if [[country=IR metonym: Tehran]] does not comply.');
  both(
    '[[country=US metonym: Washington]] has no plans to leave, and [[country=RU metonym: Moscow]] is weighing an answer.',
  );
  both('A crisis over [[country=KP metonym: Pyongyang]]’s missiles grew.');
});

test('languages, dishes and ethnic groups are left alone', () => {
  both('The book was translated into French and she speaks Chinese.');
  both('He ate Thai food in a Mexican restaurant near ethnic Albanian villages.');
  both('The [[country=FR demonym: French]] minister spoke.');
});

test('an organisation covers the name in it, a body of the state does not', () => {
  both('The Korean Central News Agency said so, and The China Daily too.');
  both('The [[country=US: U.S.]] Supreme Court and the [[country=US: U.S.]] Army answered.');
});

test('a city as a place is not marked', () => {
  both('He arrived in Pyongyang and flew on to Beijing.');
  both('She was born in Paris and lives near Moscow.');
  both('Protesters gathered outside the White House and marched to the Kremlin.');
  both('The Tokyo stock exchange fell; Washington University hired him.');
  both('A road runs between Baghdad and Basra.');
  both('Beijing will host the games.');
});

test('short forms count only in articles on Korea', () => {
  both(
    '[[country=KP: North Korea]] fired a rocket. [[country=KR: South Korea]] said the [[country=KP short: North]] had broken its word, and the [[country=KR short: South]] will answer.',
  );
  both('Snow fell in the north of the land while the South stayed warm.');
  both(
    '[[country=KP: North Korea]] and [[country=KR: South Korea]] share the north of the peninsula and the south coast.',
  );
});

test('facts for a hover', () => {
  assert.deepEqual(countryFacts('KR'), {
    code: 'KR',
    name: 'South Korea',
    alpha3: 'KOR',
    capital: 'Seoul',
    flag: '🇰🇷',
    isFormer: false,
  });
  assert.equal(countryFacts('SUHH')?.flag, undefined);
  assert.equal(countryFacts('SUHH')?.isFormer, true);
  assert.equal(countryFacts('constructor'), undefined);
});
