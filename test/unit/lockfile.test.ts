import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

interface Lockfile {
  readonly packages: Readonly<Record<string, { readonly resolved?: string }>>;
}

test('the lock file names no address to install from', () => {
  const file = path.join(import.meta.dirname, '../../package-lock.json');
  const { packages }: Lockfile = JSON.parse(readFileSync(file, 'utf8'));
  const named = Object.keys(packages).filter((name) => packages[name]?.resolved !== undefined);
  assert.deepEqual(named, []);
});
