import { FAMILY_NAMES_FIRST } from '../analysis/lexicon/familyNames.ts';
import { pick, type Random } from './random.ts';

const KOREAN =
  'jae in jong un myung bak geun hye young sun ho min woo hyun kyung wha eun ja hee jin su yong nam ju chul soo sik tae woong seok yeol hae il sung dae jung moo kyu sang hoon ki bok song nak yon byung se hwan ok gyu ri hak bong guk'.split(
    ' ',
  );
const CHINESE =
  'jin ping ke qiang li zhan shu huning le ji yang qi shan guo hua wei dong xiao ming tao jia bao ze min rong hong yi zhi gang jun fei hai yan bin feng lei ying xin yu chun guang qing tian'.split(
    ' ',
  );
const FAMILIES = [...FAMILY_NAMES_FIRST];

/** A Korean or Chinese family name, capitalised. */
export function pickFamily(random: Random): string {
  // The commonest bear half of the people.
  const common = [
    'kim',
    'lee',
    'park',
    'wang',
    'li',
    'zhang',
    'chen',
    'liu',
    'choi',
    'xi',
    'moon',
    'nguyen',
    'tran',
    'yang',
    'lin',
  ];
  return capitalise(pick(random, random() < 0.5 ? common : FAMILIES));
}

/** A given name of one or two syllables as news writes them: Jae-in, Jae In, Jinping, Yi. */
export function pickGiven(random: Random): string {
  const korean = random() < 0.5;
  const syllables = korean ? KOREAN : CHINESE;
  const first = pick(random, syllables);
  const second = pick(random, syllables);
  if (!korean) return capitalise(random() < 0.3 ? first : first + second);
  const chance = random();
  if (chance < 0.6) return `${capitalise(first)}-${second}`;
  return chance < 0.85 ? `${capitalise(first)} ${capitalise(second)}` : capitalise(first + second);
}

function capitalise(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
