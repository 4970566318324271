// The part that speaks with @vscode/test-electron, in a process of its own so that its output can be read and its time
// limited: electron.ts downloads a desktop VS Code and prints its path; electron.ts EXECUTABLE FOLDER TESTS runs tests.
import path from 'node:path';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { root } from '../../client/development/install.mjs';

const [executable, folder, tests] = process.argv.slice(2);
if (executable === undefined || folder === undefined || tests === undefined)
  console.log(await downloadAndUnzipVSCode({ extensionDevelopmentPath: root }));
else
  process.exitCode = await runTests({
    vscodeExecutablePath: executable,
    extensionDevelopmentPath: root,
    extensionTestsPath: path.join(root, tests),
    launchArgs: [folder, '--disable-extensions'],
  });
