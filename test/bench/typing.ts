import { readFile } from 'node:fs/promises';
import { DocumentDiagnosticRequest, HoverRequest } from 'vscode-languageserver/node';
import { startWire, type Wire } from '../support/wire.ts';
import { makeArticle } from './articles.ts';
import { milliseconds, printRow, spreadOf, timeRuns } from './measure.ts';

const URI = 'file:///bench/typed.article';

/** A real server over a pipe: the first hover after its process starts, and from a typed letter to the problems. */
export async function benchTyping(): Promise<void> {
  console.log('A server process over a pipe, from the request to the answer: 30 starts, 300 letters');
  const article = makeArticle(1, 1000);
  const first = spreadOf(await timeRuns(30, () => startAndHover(article)));
  printRow(
    'start of the process to the first hover',
    milliseconds(first.median),
    `p99 ${milliseconds(first.p99)}`,
  );
  for (const words of [1000, 20000, 200000]) {
    const wire = await startWire();
    const text = makeArticle(1, words);
    await wire.open(URI, text);
    const opened = spreadOf(await timeRuns(1, () => diagnose(wire)));
    const typed = await typeLetters(wire, text, 10 + RUNS);
    // The first letters warm the machine up.
    const { median, p99 } = spreadOf(typed.slice(10));
    printRow(`first problems in ${words} words`, milliseconds(opened.median));
    printRow(`edit to problems in ${words} words`, milliseconds(median), `p99 ${milliseconds(p99)}`);
    const peak = await peakMemory(wire.process);
    if (peak !== undefined) printRow('  peak memory of the process', `${peak} MB`);
    await wire.close();
  }
}

const RUNS = 300;

async function startAndHover(article: string): Promise<void> {
  const wire = await startWire();
  await wire.open(URI, article);
  const position = { line: 2, character: 5 };
  await wire.connection.sendRequest(HoverRequest.type, { textDocument: { uri: URI }, position });
  void wire.close();
}

async function diagnose({ connection }: Wire): Promise<void> {
  await connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri: URI } });
}

/** Types letters into lines spread over the article; the milliseconds of each, change and answer together. */
async function typeLetters(wire: Wire, text: string, letters: number): Promise<readonly number[]> {
  const lines = text.split('\n').flatMap((line, i) => (20 < line.length ? [i] : []));
  let version = 1;
  return timeRuns(letters, async (run) => {
    const line = lines[Math.floor((lines.length * ((run * 37) % letters)) / letters)] ?? 0;
    const start = { line, character: 10 };
    await wire.change(URI, ++version, { range: { start, end: start }, text: 'e' });
    await diagnose(wire);
  });
}

/** Megabytes that a process has held at most; undefined where the system does not tell. */
async function peakMemory(process: number | undefined): Promise<number | undefined> {
  const status = await readFile(`/proc/${process}/status`, 'utf8').catch(() => '');
  const peak = /VmHWM:\s+(\d+) kB/u.exec(status)?.[1];
  return peak === undefined ? undefined : Math.round(Number(peak) / 1000);
}
