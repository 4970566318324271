import type { Span } from '../text/span.ts';
import type { ReadParagraph } from './reading.ts';

/** Everything found in one text. Plain data: the same text and publication date always give an equal Article. */
export interface Article {
  readonly text: string;
  readonly form: Form;
  /** The paragraphs that were read, in order of place; `reading` is one object for equal words, from version to version. */
  readonly paragraphs: readonly ReadParagraph[];
  /** The stretch that was not read, and why. */
  readonly unread?: Unread;
  readonly frontMatter: FrontMatter | undefined;
  readonly publication: Publication | undefined;
  /** The mentions of each kind in order of place; within a kind they do not overlap. */
  readonly people: readonly Person[];
  readonly countries: readonly Country[];
  readonly dates: readonly TimeExpression[];
  readonly entities: readonly Entity[];
  readonly quotations: readonly Quotation[];
  /** Quotation marks that found no partner, in order of place. */
  readonly strayMarks: readonly StrayMark[];
  /** What was found and is left out, because the folder's lexicon says so; in order of place. */
  readonly withheld?: readonly Withheld[];
}

/** A stretch that is not marked, and why. */
export interface Withheld extends Span {
  readonly kind: string;
  readonly evidence: readonly Evidence[];
}

/** What a person said of something that is marked; missing where nobody did. */
export interface Judgement {
  readonly verdict: 'accepted' | 'corrected' | 'added';
  readonly unsure: boolean;
  /** Empty for the layer without a name. */
  readonly annotator: string;
}

/** Edited: ordinary prose. Scraped: lower case without punctuation. */
export type Form = 'edited' | 'scraped';

/** A stretch of text that was left out of the analysis. */
export interface Unread extends Span {
  readonly reason: 'not text' | 'too long';
}

export interface FrontMatter {
  /** The whole block with both `---` lines. */
  readonly span: Span;
  readonly fields: readonly FrontMatterField[];
}

export interface FrontMatterField {
  readonly key: string;
  readonly value: string;
  readonly keySpan: Span;
  readonly valueSpan: Span;
}

/** The day the article came out, `YYYY-MM-DD`, and where that is known from. */
export interface Publication {
  readonly date: string;
  readonly source: 'argument' | 'front matter' | 'file name' | 'dateline';
  /** Where in the text it stands, for front matter and dateline. */
  readonly span?: Span;
}

/** Why something was marked, in the order of weight. `words` are the words of the text that speak for it. */
export interface Evidence {
  readonly reason: EvidenceReason;
  readonly words?: string;
}

export type EvidenceReason =
  // people
  | 'title before it'
  | 'reporting verb beside it'
  | 'given name in the lists'
  | 'surname in the lists'
  | 'known person in the lists'
  | 'family name first'
  | 'named in full elsewhere'
  | 'the tagger reads a name'
  // countries
  | 'name of a country'
  | 'adjective or people of a country'
  | 'seat of government that acts'
  | 'short form used in this article'
  // dates
  | 'calendar words'
  | 'words of time'
  | 'numeric date'
  | 'holiday'
  // said, not found
  | "by the folder's lexicon";

/** A place that names one human being, or a family. */
export interface Person extends Span {
  readonly kind: 'person';
  /** Index into `Article.entities`; undefined where several people fit and nothing decides. */
  readonly entity: number | undefined;
  /** The entities that fit, best first, where more than one does; else empty. */
  readonly candidates: readonly number[];
  /** Title, role or honorific in front of the name, not part of the mark. */
  readonly title?: Span;
  readonly evidence: readonly Evidence[];
  readonly judgement?: Judgement;
}

export interface Country extends Span {
  readonly kind: 'country';
  /** ISO 3166-1 alpha-2, or the four letters of ISO 3166-3 for a former state. */
  readonly code: string;
  readonly form: CountryForm;
  readonly evidence: readonly Evidence[];
  readonly judgement?: Judgement;
}

export type CountryForm = 'name' | 'demonym' | 'metonym' | 'short';

/** A TIMEX3 of TimeML. */
export interface TimeExpression extends Span {
  readonly kind: 'date';
  readonly timex: TimexType;
  /** TIMEX3 value; open (`XXXX-04-27`) where what it needs is not known. */
  readonly value: string;
  readonly mod?: TimexMod;
  readonly quant?: string;
  readonly freq?: string;
  /** Index into `Article.dates` of the mark that ends the range which this one begins: `from 1973 to 1990`. */
  readonly rangeEnd?: number;
  /** How the value was come by. */
  readonly derivation: Derivation;
  readonly evidence: readonly Evidence[];
  readonly judgement?: Judgement;
}

export type TimexType = 'DATE' | 'TIME' | 'DURATION' | 'SET';
export type TimexMod =
  | 'START'
  | 'MID'
  | 'END'
  | 'APPROX'
  | 'LESS_THAN'
  | 'MORE_THAN'
  | 'BEFORE'
  | 'AFTER'
  | 'EQUAL_OR_LESS'
  | 'EQUAL_OR_MORE';

export type Derivation =
  /** The words say it all: `26 March 2019`, `seven years`. */
  | { readonly kind: 'stated' }
  /** Counted from the publication date; `tense` where a verb decided the direction. */
  | { readonly kind: 'publication'; readonly reference: string; readonly tense?: 'past' | 'future' }
  /** Counted from a date earlier in the text. */
  | { readonly kind: 'narrative'; readonly reference: string; readonly referenceSpan: Span }
  /** Open: what is missing to say more. */
  | { readonly kind: 'open'; readonly missing: 'publication date' | 'reference date' | 'year' };

/** What several mentions name: a person. */
export interface Entity {
  /** The fullest form in the article. */
  readonly name: string;
  readonly family: boolean;
  readonly gender?: 'female' | 'male';
  /** Title or role as the article gives it at a full mention. */
  readonly title?: string;
  /** Indices into `Article.people`, in order of place. */
  readonly mentions: readonly number[];
  /** Index into `Article.people` of the first mention by the fullest form. */
  readonly introduction: number;
}

export interface Quotation extends Span {
  readonly kind: 'direct' | 'mixed' | 'indirect';
  readonly speaker?: Speaker;
  readonly cue?: Cue;
  /** Speakers that come into question where none is sure, best first. */
  readonly candidates: readonly Speaker[];
  /** Quotations with the same number are one saying, broken by its cue or over paragraphs. */
  readonly group: number;
  readonly judgement?: Judgement;
}

export interface Speaker extends Span {
  readonly type: 'person' | 'unnamed' | 'organisation' | 'document';
  /** Index into `Article.entities`. */
  readonly entity?: number;
}

export interface Cue extends Span {
  readonly lemma: string;
  readonly stance: 'neutral' | 'claim' | 'denial' | 'promise' | 'question';
}

export interface StrayMark extends Span {
  readonly role: 'opening' | 'closing';
}
