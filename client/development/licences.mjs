import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const licenceFile = /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i;

/**
 * The licences of all packages that went into bundles, each package once, by name. Throws for a package without one.
 *
 * @param {readonly import('esbuild').Metafile[]} metafiles
 * @param {string} root  the folder that their paths begin from
 */
export function licencesOf(metafiles, root) {
  const folders = new Set(
    metafiles.flatMap(({ inputs }) => Object.keys(inputs).flatMap((input) => packageFolder(input) ?? [])),
  );
  const packages = [...folders].map((folder) => readPackage(path.join(root, folder)));
  packages.sort((a, b) => (a.title < b.title ? -1 : 1));
  return packages.map(({ title, text }) => `${title}\n${'='.repeat(title.length)}\n\n${text}\n`).join('\n');
}

/**
 * @param {string} input  a path with forward slashes
 * @returns {string | undefined}
 */
function packageFolder(input) {
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0];
}

/** @param {string} folder */
function readPackage(folder) {
  const { name, version, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const files = readdirSync(folder).filter((file) => licenceFile.test(file));
  if (typeof license !== 'string' && files.length === 0) throw new Error(`${name} names no licence`);
  const texts = files.sort().map((file) => readFileSync(path.join(folder, file), 'utf8').trim());
  return { title: `${name} ${version} (${license})`, text: texts.join('\n\n') || `Licence: ${license}` };
}
