// Starts simulator and MES on free ports with an empty data folder, orders a batch, runs the browser
// tests against them, stops what it started. Called by Maven after the jars are packed.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

const frontend = path.resolve(import.meta.dirname, '..');
const root = path.resolve(frontend, '../..');
const data = fs.mkdtempSync(path.join(os.tmpdir(), 'kizuna-e2e-'));
const chromium = process.env.CHROMIUM ?? '/usr/bin/chromium';
const password = 'kizuna-demo';

if (!fs.existsSync(chromium)) {
  console.error(`The browser tests need Chromium; ${chromium} is not there (set CHROMIUM).`);
  process.exit(1);
}

const freePort = () =>
  new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

const [http, opcua, control] = [await freePort(), await freePort(), await freePort()];
const url = `http://localhost:${http}`;
const children = [];

function start(name, args) {
  const log = fs.openSync(path.join(data, `${name}.log`), 'w');
  const child = spawn('java', args, { cwd: data, stdio: ['ignore', log, log] });
  children.push(child);
  return child;
}

async function until(what, seconds, check) {
  const end = Date.now() + seconds * 1000;
  while (Date.now() < end) {
    try {
      if (await check()) return;
    } catch {
      // not yet
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  for (const name of ['simulator', 'mes']) {
    const file = path.join(data, `${name}.log`);
    if (fs.existsSync(file)) console.error(fs.readFileSync(file, 'utf8').slice(-4000));
  }
  throw new Error(`${what} did not come within ${seconds} s`);
}

/** One batch, so that the operators have work. */
async function order() {
  const login = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ user: 'ito', password }),
  });
  const { csrfToken } = await login.json();
  const cookie = login.headers
    .getSetCookie()
    .map((c) => c.split(';')[0])
    .join('; ');
  const answer = await fetch(`${url}/api/orders/${crypto.randomUUID()}`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json', 'X-CSRF-TOKEN': csrfToken, cookie },
    body: JSON.stringify({
      product: 'car-t-lv',
      client: 'client-a',
      suite: 'suite-1',
      patientToken: 'PT-E2E-1',
      bodyWeightKg: '70',
      equipment: {
        bioreactor: 'BRX-01',
        incubator: 'INC-01',
        counter: 'CTR-01',
        freezer: 'CRF-01',
        storage: 'LNF-01',
      },
    }),
  });
  if (!answer.ok) throw new Error(`the order was refused: ${await answer.text()}`);
}

let status = 1;
try {
  start(
    'simulator',
    [
      '-Xmx128m',
      '-XX:TieredStopAtLevel=1',
      '-jar',
      path.join(root, 'simulator/target/kizuna-simulator.jar'),
      'serve',
      '--port',
      opcua,
      '--control-port',
      control,
      '--data-dir',
      path.join(data, 'simulator'),
      '--trust',
      path.join(data, 'pki', 'own.der'),
    ].map(String),
  );
  await until(
    'the simulator',
    120,
    async () => (await fetch(`http://127.0.0.1:${control}/health`)).ok,
  );
  start('mes', [
    '-Xmx512m',
    '-jar',
    path.join(root, 'ui/target/kizuna-mes.jar'),
    '--spring.profiles.active=demonstration',
    `--server.port=${http}`,
    `--kizuna.data=${data}`,
    `--kizuna.equipment.endpoint=opc.tcp://127.0.0.1:${opcua}/kizuna-sim`,
    `--kizuna.demonstration.simulator=http://127.0.0.1:${control}`,
  ]);
  await until('the MES', 300, async () => (await fetch(`${url}/actuator/health/readiness`)).ok);
  await order();
  const run = spawnSync(
    process.execPath,
    ['node_modules/@playwright/test/cli.js', 'test', ...process.argv.slice(2)],
    {
      cwd: frontend,
      stdio: 'inherit',
      env: { ...process.env, KIZUNA_URL: url, KIZUNA_PASSWORD: password, CHROMIUM: chromium },
    },
  );
  status = run.status ?? 1;
} catch (problem) {
  console.error(problem);
} finally {
  for (const child of children.reverse()) {
    child.kill('SIGTERM');
    await new Promise((resolve) =>
      child.exitCode === null ? child.once('exit', resolve) : resolve(),
    );
  }
  fs.rmSync(data, { recursive: true, force: true });
}
process.exit(status);
