/** What `newsmark --help` prints. */
export const HELP = `newsmark: finds the people, countries, dates and quotes in news articles

newsmark annotate [FILES…|-]   prints what was found in each article
  --format picture|json|jsonl|brat
                               a picture for the terminal (default), or records; jsonl without files reads
                               lines {"id", "text", "published"?} and prints one line for each, in order;
                               brat prints the standoff (.ann) of one file
  --published YYYY-MM-DD       the day the articles came out, where they do not say it themselves
newsmark evaluate GOLD.jsonl…  reads annotated articles and prints how well they were read
  --form edited|scraped|both   as they stand, lower-cased without punctuation, or both (default)
  --types PERSON,QUOTE         only these of PERSON, COUNTRY, DATE, QUOTE
  --forms name,short           of the countries found only these forms, for gold without the others
  --errors N                   prints the first N errors in their context on standard error
  --json                       prints the figures as JSON
  --floors FILE                exits with 1 when a figure is under its floor; --raise lifts floors to the figures
newsmark --version             prints the version
newsmark --help                prints this

Exit codes: 0 all done; 1 something could not be read, or fell under its floor; 2 wrong use.
NO_COLOR or a pipe turns colours off.`;
