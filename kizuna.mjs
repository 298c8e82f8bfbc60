#!/usr/bin/env node
// The first look: checks what is needed, builds what is missing, starts simulator and MES, lets the
// virtual crew seed two batches. Works wherever Node and a JDK do; no shell needed.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { environment, jvm } from './ui/frontend/scripts/jvm.mjs';

const root = import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname);
const data = path.join(root, '.kizuna');
const mesJar = path.join(root, 'ui/target/kizuna-mes.jar');
const simulatorJar = path.join(root, 'simulator/target/kizuna-simulator.jar');
const verifyJar = path.join(root, 'mes-core/verifier/target/kizuna-verify.jar');
const url = 'http://localhost:8080';
const windows = process.platform === 'win32';

const usage = `usage: node kizuna.mjs <command>
  run [--fresh] [--no-seed]   the first look: simulator, MES, two batches; --fresh starts over
  simulator                   only the simulator, with the state of the first look
  crew [options]              the virtual crew works a batch (see: crew --help)
  build                       builds the jars
  verify [options]            checks a record or a database (see: verify --help)
  kills [--count 300]         kill -9 of the MES and of PostgreSQL under load: what was lost (about an hour)
  benchmark                   the figures of docs/benchmarks.md (about ten minutes)`;

function fail(message) {
  console.error(message);
  process.exit(1);
}

function need() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    fail(`Kizuna needs Node 20.19 or newer; this is ${process.versions.node}.`);
  }
  const java = spawnSync('java', ['-version'], { encoding: 'utf8' });
  if (java.error) fail('Kizuna needs a JDK 17 or newer; no "java" was found on the PATH.');
  const version = /version "(\d+)/.exec(java.stderr)?.[1] ?? '0';
  if (Number(version) < 17) fail(`Kizuna needs a JDK 17 or newer; "java" is version ${version}.`);
  const javac = spawnSync('javac', ['-version'], { encoding: 'utf8' });
  if (javac.error) fail('Kizuna needs a whole JDK to build; "java" was found but "javac" was not.');
}

/** Newest change of a source file; generated folders do not count. */
function newest(folder) {
  let time = 0;
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    if (['target', 'node_modules', '.git', '.kizuna', 'test-results', 'docs'].includes(entry.name)) continue;
    const file = path.join(folder, entry.name);
    time = Math.max(time, entry.isDirectory() ? newest(file) : fs.statSync(file).mtimeMs);
  }
  return time;
}

const wrapper = path.join(root, windows ? 'mvnw.cmd' : 'mvnw');

/** What a signed step costs, how fast a trail is verified; then start, memory and the crew with the packed jars. */
function benchmark() {
  const inherit = { cwd: root, stdio: 'inherit', shell: windows };
  const figures = ['-q', 'test', '-Pbenchmark', '-pl', 'ui', '-am', '-Dspotless.check.skip=true', '-Dui.skip=true'];
  const steps = spawnSync(wrapper, figures, inherit).status;
  const verifier = spawnSync(wrapper, figures.map((word) => (word === 'ui' ? 'mes-core/verifier' : word)), inherit).status;
  build(false);
  const firstLook = spawnSync(process.execPath, ['ui/frontend/scripts/benchmark.mjs'], { cwd: root, stdio: 'inherit' }).status;
  process.exitCode = steps === 0 && verifier === 0 && firstLook === 0 ? 0 : 1;
}

/** Kills of the MES on PostgreSQL and H2 and of PostgreSQL itself, in equal parts; a test's ten are this with --count 30. */
function kills(flags) {
  const count = Number(flags[flags.indexOf('--count') + 1] ?? 300) || 300;
  const result = spawnSync(
    wrapper,
    ['-q', 'test', '-pl', 'ui', '-am', '-Dspotless.check.skip=true', '-Dui.skip=true', '-Dtest=KilledServer*IT,KilledDatabaseIT',
      '-Dsurefire.failIfNoSpecifiedTests=false', `-Dkizuna.faults.kills=${Math.ceil(count / 3)}`],
    { cwd: root, stdio: 'inherit', shell: windows },
  );
  process.exitCode = result.status ?? 1;
}

function build(force) {
  const stamp = path.join(root, 'ui/target/built');
  const built = [mesJar, simulatorJar, verifyJar, stamp].every(fs.existsSync) ? fs.statSync(stamp).mtimeMs : 0;
  if (!force && built > newest(root)) return;
  console.log('Building (the first time downloads libraries; later only what changed) ...');
  const result = spawnSync(wrapper, ['-q', 'package', '-DskipTests', '-Dspotless.check.skip=true', '-Dui.check.skip=true'], {
    cwd: root,
    stdio: 'inherit',
    shell: windows,
  });
  if (result.status !== 0) fail('The build failed; nothing was started.');
  fs.writeFileSync(stamp, new Date().toISOString());
}

const simulatorArguments = () => [
  ...jvm.simulator, '-jar', simulatorJar, 'serve',
  '--data-dir', path.join(data, 'simulator'),
  '--trust', path.join(data, 'pki', 'own.der'),
];

/** Runs a part with its output in a log file, its process id beside it. */
function start(name, args) {
  fs.mkdirSync(data, { recursive: true });
  const log = fs.openSync(path.join(data, `${name}.log`), 'a');
  const child = spawn('java', args, { cwd: root, stdio: ['ignore', log, log], env: environment });
  fs.writeFileSync(path.join(data, `${name}.pid`), String(child.pid));
  return child;
}

async function answers(address, seconds, alive) {
  const end = Date.now() + seconds * 1000;
  while (Date.now() < end && alive()) {
    try {
      const response = await fetch(address);
      if (response.ok) return true;
    } catch {
      // not yet
    }
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  return false;
}

/** `began` gets the process, so that whoever stops the rest can stop it too. */
async function crew(args, began = () => {}) {
  const child = spawn('java', [...jvm.crew, '-jar', simulatorJar, 'crew', ...args], {
    stdio: 'inherit',
    env: environment,
  });
  began(child);
  return new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)));
}

async function run(flags) {
  if (flags.includes('--fresh')) fs.rmSync(data, { recursive: true, force: true });
  build(false);
  const children = [];
  let stopping = false;
  const stop = () => {
    stopping = true;
    children.forEach((child) => child.kill('SIGTERM'));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  const simulator = start('simulator', simulatorArguments());
  children.push(simulator);
  const mes = start('mes', [...jvm.mes, '-jar', mesJar,
    '--spring.profiles.active=demonstration', `--kizuna.data=${data}`]);
  children.push(mes);
  const gone = new Promise((resolve) => mes.on('exit', resolve)); // it may go while the crew works
  const running = () => !stopping && mes.exitCode === null;
  console.log('Starting ...');
  if (!(await answers(`${url}/actuator/health/readiness`, 240, running))) {
    stop();
    fail(`The MES did not become ready; see ${path.join(data, 'mes.log')}.`);
  }
  const seeded = path.join(data, 'seeded');
  if (!fs.existsSync(seeded) && !flags.includes('--no-seed')) {
    console.log(`The pages are there: ${url}
The virtual crew now makes two batches at 5000 times the speed of life (some minutes) ...`);
    const one = ['--url', url, '--recipe', 'car-t-lv', '--speed', '5000', '--until'];
    const join = (child) => children.push(child);
    const waiting = await crew([...one, 'up-release.user_review_batch_record'], join);
    const growing = waiting === 0 ? await crew([...one.slice(0, -1), '--until-day', '5'], join) : 1;
    if (growing === 0) fs.writeFileSync(seeded, new Date().toISOString());
    else if (!stopping) console.error('The crew did not finish its batches; see above. The MES runs all the same.');
  }
  if (!stopping) {
    console.log(`\nKizuna MES (demonstration, not for GMP use): ${url}
People and the one password: see README.md. Simulator: opc.tcp://localhost:4840/kizuna-sim
Stop with Ctrl+C; state stays in ${data}.`);
  }
  await gone;
  stop();
}

need();
const [command, ...rest] = process.argv.slice(2);
switch (command) {
  case 'run':
    await run(rest);
    break;
  case 'simulator': {
    build(false);
    const child = spawn('java', simulatorArguments(), { cwd: root, stdio: 'inherit', env: environment });
    await new Promise((resolve) => child.on('exit', resolve));
    break;
  }
  case 'crew':
    build(false);
    process.exitCode = await crew(rest);
    break;
  case 'verify': {
    build(false);
    const child = spawn('java', ['-jar', verifyJar, ...rest], { stdio: 'inherit', env: environment });
    process.exitCode = await new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 2)));
    break;
  }
  case 'build':
    build(true);
    break;
  case 'benchmark':
    benchmark();
    break;
  case 'kills':
    kills(rest);
    break;
  default:
    fail(usage);
}
