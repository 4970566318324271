/** What is known of a state beside the text. */
export interface State {
  readonly name: string;
  readonly alpha3?: string;
  readonly capital?: string;
}

const NAMES = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' });

/** The state with an ISO 3166 code; one that is not known has its code for a name. */
export function stateOf(code: string): State {
  return { name: /^[A-Z]{2}$/u.test(code) ? (NAMES.of(code) ?? code) : code };
}

/** The flag of a two-letter code as a pair of regional indicators; former states have none. */
export function flagOf(code: string): string {
  if (!/^[A-Z]{2}$/u.test(code)) return '';
  return String.fromCodePoint(...[...code].map((letter) => 0x1f1e6 + letter.charCodeAt(0) - 65));
}
