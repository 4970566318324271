// Measures speed and memory, with ratios in one run:  npm run bench [-- folder …]
import { spawnSync } from 'node:child_process';
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

/** What is asked for, or everything. Each in a process of its own: the memory of one is nothing of the next. */
const [only, ...others] = 2 < process.argv.length ? process.argv.slice(2) : Object.keys(benches);
if (only !== undefined && others.length === 0) await benches[only]?.();
else {
  const [cpu] = cpus();
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`;
  console.log(`${cpus().length} x ${cpu?.model ?? 'unknown processor'}, ${memory}, Node ${process.version}`);
  for (const name of [only as string, ...others]) {
    console.log();
    const run = spawnSync(process.execPath, ['--import', 'tsx', import.meta.filename, name], {
      stdio: 'inherit',
    });
    if (run.status !== 0) process.exitCode = 1;
  }
}
