import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { userInfo } from 'node:os';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { makeArticle } from '../bench/articles.ts';
import { createFolder } from '../support/folder.ts';
import { CLI } from '../support/spawned.ts';

// The recipes of the README for work on many machines: the command line as a filter of lines.

const SSHD = '/usr/sbin/sshd';
const FILTER = `${process.execPath} ${CLI} annotate --format jsonl`;
const COUNT = 60;
const LINES = Array.from(
  { length: COUNT },
  (_, id) => `${JSON.stringify({ id, text: makeArticle(id, 80) })}\n`,
).join('');

const hasParallel = spawnSync('parallel', ['--version']).status === 0;
const withoutParallel = hasParallel ? false : 'needs GNU parallel';
const withoutSsh = withoutParallel || (existsSync(SSHD) ? false : 'needs sshd');

test('GNU parallel cuts lines into blocks and keeps their order', {
  skip: withoutParallel,
}, async (context) => {
  const home = await createFolder(context);
  checkOutput(parallel(home, ['--pipe', '--keep-order', '--block', '10k', '--jobs', '2', FILTER]));
});

test('GNU parallel sends blocks to other machines', { skip: withoutSsh }, async (context) => {
  const home = await createFolder(context);
  const ssh = await startSshd(context, home);
  const args = ['--pipe', '--keep-order', '--block', '10k', '--sshlogin', `2/${ssh}`, FILTER];
  checkOutput(parallel(home, args));
});

function parallel(home: string, args: readonly string[]): string {
  mkdirSync(path.join(home, '.parallel'), { recursive: true });
  // Else it asks to be cited, on a terminal and off it.
  writeFileSync(path.join(home, '.parallel/will-cite'), '');
  const { stdout, stderr, status } = spawnSync('parallel', args, {
    input: LINES,
    encoding: 'utf8',
    env: { ...process.env, HOME: home, PARALLEL_HOME: path.join(home, '.parallel') },
    timeout: 120_000,
  });
  assert.equal(status, 0, stderr);
  return stdout;
}

function checkOutput(output: string): void {
  const ids = output
    .trimEnd()
    .split('\n')
    .map((record) => JSON.parse(record).id);
  assert.deepEqual(
    ids,
    Array.from({ length: COUNT }, (_, id) => id),
  );
}

/** A server of this user's own that lets one key in, until the test ends; gives the command that logs in. */
async function startSshd(context: TestContext, folder: string): Promise<string> {
  const at = (name: string): string => path.join(folder, name);
  for (const key of ['host', 'user'])
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', at(key)]);
  if (process.getuid?.() === 0) mkdirSync('/run/sshd', { recursive: true });
  const port = await freePort();
  const config = [
    ...[
      'ListenAddress 127.0.0.1',
      `Port ${port}`,
      `HostKey ${at('host')}`,
      `AuthorizedKeysFile ${at('user.pub')}`,
    ],
    ...['StrictModes no', 'UsePAM no', 'PidFile none', 'PermitRootLogin yes', 'MaxStartups 100'],
  ];
  writeFileSync(at('sshd_config'), `${config.join('\n')}\n`);
  const server = spawn(SSHD, ['-D', '-e', '-f', at('sshd_config')], { stdio: ['ignore', 'ignore', 'pipe'] });
  let log = '';
  server.stderr.on('data', (chunk: Buffer) => {
    log += chunk;
  });
  context.after(() => server.kill());
  writeFileSync(at('known_hosts'), `[127.0.0.1]:${port} ${readFileSync(at('host.pub'), 'utf8')}`);
  const login = `ssh -q -p ${port} -i ${at('user')} -o UserKnownHostsFile=${at('known_hosts')} -o BatchMode=yes -l ${userInfo().username} 127.0.0.1`;
  for (let tries = 0; tries < 50; tries++) {
    if (spawnSync('sh', ['-c', `${login} true`]).status === 0) return login;
    await setTimeout(100);
  }
  throw new Error(`sshd does not let us in: ${log}`);
}

async function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
