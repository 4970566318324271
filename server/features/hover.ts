import type {
  Article,
  Country,
  Evidence,
  Judgement,
  Person,
  Quotation,
  TimeExpression,
  Withheld,
} from '../analysis/types.ts';
import { contains, type Span } from '../text/span.ts';
import { dateInWords, dayInWords } from './dateWords.ts';
import { inOr, introduction, mentionAt, quotationsAt, sameMentions, speakerName } from './mentions.ts';
import { wordsAround } from './sentences.ts';
import { stateOf } from './states.ts';

/** What an editor says of one mention or quotation. */
export interface Hover {
  readonly span: Span;
  readonly heading: string;
  readonly facts: readonly Fact[];
  /** Why it is marked, or why not. */
  readonly evidence: string;
  readonly unmarked?: true;
  readonly links: readonly Link[];
}

export interface Fact {
  readonly label: string;
  readonly text: string;
}

/** A way to another place of the same article. */
export interface Link {
  readonly label: string;
  readonly span: Span;
}

/** What is to be said at an offset: the mention there and the quotations around it, the innermost first. */
export function hover(article: Article, offset: number): readonly Hover[] {
  const mention = mentionAt(article, offset);
  const quotations = quotationsAt(article, offset).map((quotation) => hoverQuotation(article, quotation));
  const withheld = (article.withheld ?? []).filter((one) => contains(one, offset));
  return [
    ...(mention ? [hoverMention(article, mention)] : []),
    ...withheld.map((one) => hoverWithheld(article, one)),
    ...quotations,
  ];
}

function hoverWithheld({ text }: Article, { start, end, kind, evidence }: Withheld): Hover {
  return {
    span: { start, end },
    heading: text.slice(start, end),
    facts: [{ label: 'Found as', text: kind }],
    evidence: evidence.map(toWords).join('; '),
    unmarked: true,
    links: [],
  };
}

function hoverMention(article: Article, mention: Person | Country | TimeExpression): Hover {
  switch (mention.kind) {
    case 'person':
      return hoverPerson(article, mention);
    case 'country':
      return hoverCountry(article, mention);
    case 'date':
      return hoverDate(article, mention);
  }
}

function hoverPerson(article: Article, person: Person): Hover {
  const entity = person.entity === undefined ? undefined : article.entities[person.entity];
  const words = article.text.slice(person.start, person.end);
  const same = sameMentions(article, person);
  const first = introduction(article, person);
  const title = entity?.title ?? (person.title && article.text.slice(person.title.start, person.title.end));
  const facts: Fact[] = [];
  if (title) facts.push({ label: 'Title', text: title });
  if (!entity) facts.push({ label: 'Ambiguous', text: candidatesInWords(article, person) });
  else {
    facts.push({ label: 'Mention', text: `${same.indexOf(person) + 1} of ${same.length}` });
    if (entity.family) facts.push({ label: 'Family', text: 'the name of several people' });
    facts.push({ label: 'First full mention', text: `“${wordsAround(article, first)}”` });
  }
  return {
    span: person,
    heading: entity?.name ?? words,
    facts,
    evidence: evidenceInWords(person),
    links: links(article, person),
  };
}

function candidatesInWords(article: Article, { candidates }: Person): string {
  const names = candidates.flatMap((index) => article.entities[index]?.name ?? []);
  return names.length === 0 ? 'nobody in this article fits' : `may be ${inOr(names)}`;
}

function hoverCountry(article: Article, country: Country): Hover {
  const same = sameMentions(article, country);
  const state = stateOf(country.code);
  const codes = [country.code, state.alpha3].filter((code) => code !== undefined);
  const facts: Fact[] = [{ label: codes.length === 1 ? 'ISO code' : 'ISO codes', text: codes.join(', ') }];
  if (state.capital) facts.push({ label: 'Capital', text: state.capital });
  facts.push(
    { label: 'Form', text: COUNTRY_FORMS[country.form] },
    { label: 'Mention', text: `${same.indexOf(country) + 1} of ${same.length}` },
  );
  return {
    span: country,
    heading: `${state.flag} ${state.name}`.trim(),
    facts,
    evidence: evidenceInWords(country),
    links: links(article, country),
  };
}

const COUNTRY_FORMS: Readonly<Record<Country['form'], string>> = {
  name: 'name',
  demonym: 'demonym (people or adjective)',
  metonym: 'metonym (the seat of government for the state)',
  short: 'short form',
};

function hoverDate(article: Article, date: TimeExpression): Hover {
  const facts: Fact[] = [
    { label: 'Value', text: date.value },
    { label: 'Type', text: TIMEX_TYPES[date.timex] },
  ];
  if (date.mod) facts.push({ label: 'Modifier', text: date.mod });
  if (date.quant) facts.push({ label: 'Quantifier', text: date.quant });
  if (date.freq) facts.push({ label: 'Frequency', text: date.freq });
  facts.push({ label: 'Read', text: derivationInWords(article, date) });
  return {
    span: date,
    heading: dateInWords(date),
    facts,
    evidence: evidenceInWords(date),
    links: links(article, date),
  };
}

const TIMEX_TYPES: Readonly<Record<TimeExpression['timex'], string>> = {
  DATE: 'DATE (a day or a longer part of the calendar)',
  TIME: 'TIME (a part of a day)',
  DURATION: 'DURATION (a length of time)',
  SET: 'SET (something that recurs)',
};

function derivationInWords(article: Article, { derivation }: TimeExpression): string {
  switch (derivation.kind) {
    case 'stated':
      return 'as the words say';
    case 'publication': {
      const from = article.publication ? `, known from the ${article.publication.source}` : '';
      const tense = derivation.tense ? `; the verb is in the ${derivation.tense}` : '';
      return `against the publication date, ${dayInWords(derivation.reference)}${from}${tense}`;
    }
    case 'narrative': {
      const { start, end } = derivation.referenceSpan;
      return `against “${article.text.slice(start, end)}” (${derivation.reference}) earlier in the text`;
    }
    case 'open':
      return `open: the ${derivation.missing} is not known`;
  }
}

function hoverQuotation(article: Article, quotation: Quotation): Hover {
  const { speaker, cue } = quotation;
  const words = (span: Span): string => article.text.slice(span.start, span.end);
  const facts: Fact[] = [{ label: 'Kind', text: QUOTATION_KINDS[quotation.kind] }];
  if (speaker && words(speaker) !== '' && words(speaker) !== speakerName(article, speaker))
    facts.push({ label: 'In the text', text: `“${words(speaker)}”` });
  if (speaker?.type === 'unnamed') facts.push({ label: 'Speaker', text: 'not named' });
  else if (!speaker && quotation.candidates.length > 0) {
    const names = new Set(quotation.candidates.map((candidate) => speakerName(article, candidate)));
    facts.push({ label: 'May be said by', text: inOr([...names]) });
  }
  if (cue) facts.push({ label: 'Cue', text: `“${words(cue)}” (${cue.lemma}, ${cue.stance})` });
  facts.push({ label: 'Length', text: lengthInWords(words(quotation)) });
  const targets: Link[] = [];
  if (speaker) targets.push({ label: 'Speaker', span: speaker });
  const next = nextOfSpeaker(article, quotation);
  if (next) targets.push({ label: 'Next quote of this speaker', span: next });
  return {
    span: quotation,
    heading: speaker ? `Quote: ${speakerName(article, speaker)}` : 'Quote without a speaker',
    facts,
    evidence: [
      quotation.kind === 'indirect' ? '' : 'quotation marks',
      cue ? `reporting word “${words(cue)}”` : '',
      speaker && words(speaker) !== '' ? `speaker “${words(speaker)}”` : '',
      quotation.judgement ? judgementInWords(quotation.judgement) : '',
    ]
      .filter((part) => part !== '')
      .join('; '),
    links: targets,
  };
}

const QUOTATION_KINDS: Readonly<Record<Quotation['kind'], string>> = {
  direct: 'direct',
  mixed: 'mixed: a quoted part of reported speech',
  indirect: 'indirect: reported without quotation marks',
};

function nextOfSpeaker(article: Article, { start, speaker }: Quotation): Quotation | undefined {
  if (!speaker) return undefined;
  const name = speakerName(article, speaker);
  return article.quotations.find(
    (other) => start < other.start && other.speaker && speakerName(article, other.speaker) === name,
  );
}

function lengthInWords(words: string): string {
  const count = words.match(/[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu)?.length ?? 0;
  return count === 1 ? '1 word' : `${count} words`;
}

function links(article: Article, mention: Person | Country | TimeExpression): readonly Link[] {
  const same = sameMentions(article, mention);
  const first = introduction(article, mention);
  const next = same[same.indexOf(mention) + 1] ?? same[0];
  const found: Link[] = [];
  if (first !== mention) found.push({ label: firstLabel(mention), span: first });
  if (next && next !== mention)
    found.push({
      label: mention.start < next.start ? 'Next mention' : 'Next mention (from the top)',
      span: next,
    });
  return found;
}

function firstLabel({ kind }: Person | Country | TimeExpression): string {
  return kind === 'person' ? 'First full mention' : 'First mention';
}

function evidenceInWords({ evidence, judgement }: Person | Country | TimeExpression): string {
  return [...evidence.map(toWords), ...(judgement ? [judgementInWords(judgement)] : [])].join('; ');
}

function toWords({ reason, words }: Evidence): string {
  return words ? `${reason} (“${words}”)` : reason;
}

function judgementInWords({ verdict, unsure, annotator }: Judgement): string {
  return `${verdict} by ${annotator === '' ? 'an annotator' : annotator}${unsure ? ', unsure' : ''}`;
}
