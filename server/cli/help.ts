/** What `newsmark --help` prints. */
export const HELP = `newsmark: finds the people, countries, dates and quotes in news articles

newsmark annotate [FILES… FOLDERS… -]
                               prints what was found in each article: of files, of all articles (.article, .news,
                               .txt) and JSON lines (.jsonl) below folders, of standard input; gzip is unpacked.
                               A line is {"id", "text", "published"?}; the order stays, and memory does not grow
  --format picture|json|jsonl|brat
                               a picture for the terminal (default), or records, with jsonl one to a line;
                               brat prints the standoff (.ann) of one file
  --published YYYY-MM-DD       the day the articles came out, where they do not say it themselves
  --lines                      every file is JSON lines, whatever its name
  --jobs N, -j N               reads with N threads (default 1)
  --output FILE, -o FILE       writes there (JSON lines, unless another format is asked for) and shows how far it is
  --resume                     goes on with an output that was interrupted: a record that was cut off is taken out,
                               and the articles that are in it are passed over
newsmark agree FOLDERS…        compares the layers of annotators (their side files) and prints how far they agree: F1 of
                               pairs, Cohen's and Fleiss' kappa on tokens, Krippendorff's alpha on tokens and on spans
                               (unitizing), and the shares of equal attributes; by kind, by pair and by article
  --format table|csv|json      json has every disagreement too; csv has a figure to a line
  --disagreements              prints the disagreements instead, as lines file:line:column
  --annotators A,B             only these; the layer "adjudicated" takes part where it is named
newsmark evaluate GOLD.jsonl…  reads annotated articles and prints how well they were read
  --form edited|scraped|both   as they stand, lower-cased without punctuation, or both (default)
  --types PERSON,QUOTE         only these of PERSON, COUNTRY, DATE, QUOTE
  --forms name,short           of the countries found only these forms, for gold without the others
  --errors N                   prints the first N errors in their context on standard error
  --json                       prints the figures as JSON
  --floors FILE                exits with 1 when a figure is under its floor; --raise lifts floors to the figures
newsmark export --format F FILES… FOLDERS…
                               writes the marks of articles (their side files) in the format of another tool; what it
                               has no place for is named on standard error, mark by mark
  --out DIR                    the folder to write to; without it one file may be written, to standard output
  --annotator NAME             only this layer ("" is the one without a name); all layers otherwise
  --suggestions                with what Newsmark finds and nobody has judged (predictions of Label Studio)
  --kinds person,quote         only these kinds
  --labels person=PER,…        other labels for kinds; with import, the kinds that labels stand for
  --report FILE                what is left out, as JSON: article, mark, field, reason
newsmark import [--format F] FILES… FOLDERS…
                               puts the marks of other tools' files into side files, beside articles that are there or are
                               made; the format is found by the content. All of it, or, where anything is wrong, nothing
  --into DIR                   the folder of the articles (default: of the files)
  --annotator NAME             the layer for marks that have no annotator of their own
newsmark convert [--from F] --to G FILES… FOLDERS…
                               reads one format and writes another; --out, --labels and --report as with export
  formats                      brat, prodigy, doccano, doccano-labels, label-studio, w3c, webanno-tsv, tei, tei-standoff,
                               gate, guardian, conll2003, iob2, csv, csv-quotes
newsmark --version             prints the version
newsmark --help                prints this

Exit codes: 0 all done; 1 something could not be read or written as asked, and the rest is done (of an import nothing),
or a figure fell under its floor;
2 wrong use, and nothing is done; 3 the output could not be written; 130 and 143 interrupted by SIGINT or SIGTERM,
with whole records. After 3, 130, 143 and a kill, --resume goes on with an --output.
NO_COLOR or a pipe turns colours off.`;
