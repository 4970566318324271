import { foldWords } from '../../text/fold.ts';
import table from '../lexicon/countries.json';
import { COVERING_PHRASES } from '../lexicon/countryPhrases.ts';
import { type Automaton, addName, createAutomaton } from './automaton.ts';

/** What a name in the lists stands for. */
export type Listed =
  | { readonly kind: 'name' | 'demonym' | 'seat'; readonly code: string }
  /** A fixed phrase or a territory that is no mention of a state, though it may hold a state's name. */
  | { readonly kind: 'covering' };

/** Names, demonyms, capitals and seats of all states, territories and covering phrases. */
export const GAZETTEER: Automaton<Listed> = createGazetteer();

function createGazetteer(): Automaton<Listed> {
  const root = createAutomaton<Listed>();
  // What is added first stays: a present state's name before a former one's, a name before a capital.
  const states = Object.entries(table.states).sort(([a], [b]) => a.length - b.length);
  for (const [code, { names }] of states)
    for (const name of names) addName(root, foldWords(name), { kind: 'name', code });
  for (const [code, { demonyms }] of states)
    for (const demonym of demonyms.flatMap(inflect))
      addName(root, foldWords(demonym), { kind: 'demonym', code });
  for (const phrase of [...COVERING_PHRASES, ...table.territories])
    addName(root, foldWords(phrase), { kind: 'covering' });
  for (const [code, { seats }] of states)
    for (const seat of seats) addName(root, foldWords(seat), { kind: 'seat', code });
  return root;
}

/** Singular and plural of a demonym: `Iraqis`, but `Chinese`, `Swiss`, `Frenchmen`. */
function inflect(demonym: string): readonly string[] {
  return /(?:s|sh|ch|x|ese|men|women)$/u.test(demonym) ? [demonym] : [demonym, `${demonym}s`];
}
