// Measures speed and memory, with ratios in one run:  npm run bench [-- folder …]
import { cpus, totalmem } from 'node:os';
import { benchAnalysis } from './analysis.ts';
import { benchCorpora } from './corpora.ts';
import { benchDates } from './dates.ts';
import { benchFolder } from './folder.ts';
import { benchMarks } from './marks.ts';
import { benchStages } from './stages.ts';
import { benchTyping } from './typing.ts';
import { benchViews } from './views.ts';

const benches: Readonly<Record<string, () => Promise<void>>> = {
  stages: benchStages,
  typing: benchTyping,
  dates: benchDates,
  analysis: benchAnalysis,
  folder: benchFolder,
  corpora: benchCorpora,
  marks: benchMarks,
  views: benchViews,
};

const asked = process.argv.slice(2);
const [cpu] = cpus();
const memory = `${Math.round(totalmem() / 2 ** 30)} GB`;
console.log(`${cpus().length} x ${cpu?.model ?? 'unknown processor'}, ${memory}, Node ${process.version}`);
for (const [name, bench] of Object.entries(benches)) {
  if (0 < asked.length && !asked.includes(name)) continue;
  console.log();
  await bench();
}
