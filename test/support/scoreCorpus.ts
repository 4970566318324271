// Scores the corpus and prints what is missed: npx tsx test/support/scoreCorpus.ts [--raise]
// With --raise the floors of test/corpus.floors.json rise to what was reached.
import { printMiss, printScore } from '../../server/cli/evaluation/report.ts';
import { reachFloors, scoreCorpus, writeFloors } from './corpusScore.ts';

const scores = { edited: scoreCorpus('edited'), scraped: scoreCorpus('scraped') };
for (const [form, score] of Object.entries(scores)) {
  for (const miss of score.misses) console.log(`${form}\t${printMiss(miss)}`);
  console.log(`${form}, ${score.documents} articles\n${printScore(score)}`);
}
if (process.argv.includes('--raise')) writeFloors(reachFloors(scores));
