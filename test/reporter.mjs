/**
 * A reporter for node:test: failures in full, then one plain line of totals. Groups are not counted, only tests.
 *
 * @param {import('node:test').TestsStream} events
 */
export default async function* report(events) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for await (const { type, data } of events) {
    if (type === 'test:stdout' || type === 'test:stderr') yield data.message;
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    if (data.details?.type === 'suite' && data.details.error?.failureType !== 'hookFailed') continue;
    if (data.skip !== undefined || data.todo !== undefined) {
      total.skipped++;
      yield `- ${data.name}${typeof data.skip === 'string' ? `: ${data.skip}` : ''}\n`;
    } else if (type === 'test:pass') total.passed++;
    else {
      total.failed++;
      yield `FAILED ${data.name}  ${place(data)}\n${explain(data.details.error)}\n`;
    }
  }
  yield `${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`;
}

/** @param {{ file?: string | undefined, line?: number | undefined }} data */
function place({ file, line }) {
  return file === undefined ? '' : `${file.replace(/^file:\/\//, '')}${line === undefined ? '' : `:${line}`}`;
}

/** @param {Error | undefined} error */
function explain(error) {
  const cause = error?.cause ?? error;
  const text = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
  return text.replace(/^/gm, '  ');
}
