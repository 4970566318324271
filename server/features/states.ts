import { countryFacts } from '../analysis/countries/facts.ts';

/** What is shown of a state. */
export interface State {
  readonly name: string;
  readonly flag: string;
  readonly alpha3?: string;
  readonly capital?: string;
}

/** The state with an ISO 3166 code; one that is not known has its code for a name. */
export function stateOf(code: string): State {
  const facts = countryFacts(code);
  if (!facts) return { name: code, flag: '' };
  const { name, flag = '', alpha3, capital, isFormer } = facts;
  return { name: isFormer ? `${name} (former state)` : name, flag, alpha3, capital };
}
