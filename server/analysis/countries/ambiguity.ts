import {
  AFTER_A_LANGUAGE,
  AFTER_POLISHING,
  AFTER_THE_BIRD,
  AFTER_US_THE_STATE,
  BEFORE_A_LANGUAGE,
  BEFORE_POLISHING,
  BEFORE_THE_BIRD,
  BEFORE_US_THE_PRONOUN,
  BEFORE_US_THE_STATE,
  BODIES_OF_STATE,
  FOOD,
  HONORIFICS,
  LANGUAGES,
  NAMES_OF_PEOPLE,
} from '../lexicon/countryClues.ts';
import type { Candidate, Place } from './candidates.ts';
import type { Clues } from './clues.ts';
import type { Tagged } from './tagged.ts';

/** Whether a name or demonym of the lists is a mention of its state where it stands. */
export function isState(place: Place, candidate: Candidate, tagged: Tagged, clues: Clues): boolean {
  // Part of a longer name: an agency, a party, a treaty, a person, a province.
  if (isCovered(place, candidate, tagged)) return false;
  if (candidate.kind === 'demonym' && isCustom(place, candidate)) return false;
  if (candidate.key.startsWith('georgia') && !isCaucasus(tagged, clues)) return false;
  if (NAMES_OF_PEOPLE.has(candidate.key) && isPerson(place, candidate, tagged)) return false;
  if (place.isCased) return !isCurrency(place, candidate);
  return isStateInLowerCase(place, candidate, tagged, clues);
}

/** `the Korean Central News Agency`, but the `U.S.` Supreme Court: an army or a court is a body of its state. */
function isCovered({ words }: Place, { last }: Candidate, { extent, label, isHead }: Tagged): boolean {
  if (extent !== 'longer' || label === 'COUNTRY') return false;
  return !(isHead && label === 'ORG' && BODIES_OF_STATE.has(words[last]?.key ?? ''));
}

/** A language, a dish or an ethnic group, not the people of the state. */
function isCustom({ words }: Place, { key, first, last }: Candidate): boolean {
  const before = words[first - 1]?.key ?? '';
  const after = words[last];
  if (before === 'ethnic' || AFTER_A_LANGUAGE.has(after?.key ?? '') || FOOD.has(after?.key ?? ''))
    return true;
  if (!LANGUAGES.has(key)) return false;
  return BEFORE_A_LANGUAGE.has(before) || (before === 'in' && (!after || /^[.,;:)]/u.test(after.gap)));
}

function isCaucasus(tagged: Tagged, clues: Clues): boolean {
  if (clues.isCaucasus) return true;
  return tagged.label === 'COUNTRY' && !clues.isUnitedStates;
}

function isPerson({ words }: Place, { first }: Candidate, { label }: Tagged): boolean {
  return label === 'PERSON' || HONORIFICS.has(words[first - 1]?.key ?? '');
}

/** `US$5 million`, `$US 5 million`. */
function isCurrency({ text }: Place, { key, start, end }: Candidate): boolean {
  if (key !== 'us' && key !== 'u s') return false;
  return text[end] === '$' || text[start - 1] === '$';
}

/** Without capitals some names are common words: the neighbours decide. */
function isStateInLowerCase(
  { words }: Place,
  { key, first, last }: Candidate,
  { label }: Tagged,
  clues: Clues,
): boolean {
  const before = words[first - 1]?.key ?? '';
  const after = words[last]?.key ?? '';
  switch (key) {
    case 'us':
      if (/^\d/u.test(after)) return false;
      if (BEFORE_US_THE_STATE.has(before) || AFTER_US_THE_STATE.has(after)) return true;
      return label === 'COUNTRY' && !BEFORE_US_THE_PRONOUN.has(before);
    case 'turkey':
      return !BEFORE_THE_BIRD.has(before) && !AFTER_THE_BIRD.has(after);
    case 'polish':
      return !BEFORE_POLISHING.has(before) && !AFTER_POLISHING.has(after);
    case 'pole':
    case 'poles':
    case 'finn':
    case 'finns':
      return label === 'COUNTRY' || (key.startsWith('p') ? clues.hasPoland : clues.hasFinland);
    case 'roc':
      return label === 'COUNTRY' || clues.hasChina;
    default:
      return true;
  }
}
