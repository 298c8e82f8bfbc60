// Starts simulator and MES on free ports with an empty data folder, runs the browser tests against
// them, stops what it started. Called by Maven after the jars are packed.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { PASSWORD, Servers } from './servers.mjs';

const frontend = path.resolve(import.meta.dirname, '..');
const chromium = process.env.CHROMIUM ?? '/usr/bin/chromium';

if (!fs.existsSync(chromium)) {
  console.error(`The browser tests need Chromium; ${chromium} is not there (set CHROMIUM).`);
  process.exit(1);
}

let status = 1;
let servers;
try {
  servers = await Servers.start();
  const run = spawnSync(
    process.execPath,
    ['node_modules/@playwright/test/cli.js', 'test', ...process.argv.slice(2)],
    {
      cwd: frontend,
      stdio: 'inherit',
      env: {
        ...process.env,
        KIZUNA_URL: servers.url,
        KIZUNA_SIMULATOR: servers.control,
        KIZUNA_PASSWORD: PASSWORD,
        CHROMIUM: chromium,
      },
    },
  );
  status = run.status ?? 1;
} catch (problem) {
  console.error(problem);
} finally {
  await servers?.stop();
}
process.exit(status);
