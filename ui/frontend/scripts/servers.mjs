/*
 * Simulator and MES as packed jars on free ports with a data folder of their own, for tests that use the
 * whole system. Either process can be killed as by a power cut and started again on the same data.
 */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { environment, jvm } from './jvm.mjs';

const root = path.resolve(import.meta.dirname, '../../..');
const simulatorJar = path.join(root, 'simulator/target/kizuna-simulator.jar');
const mesJar = path.join(root, 'ui/target/kizuna-mes.jar');

/** Of everybody in the demonstration. */
export const PASSWORD = 'kizuna-demo';

/** A server that has not stopped by then never will, and would slow everything after it. */
const STOP_MS = 30_000;

const freePort = () =>
  new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** Asks twice a second; what throws has not come yet. */
export async function until(what, seconds, check) {
  const end = Date.now() + seconds * 1000;
  let problem = '';
  while (Date.now() < end) {
    try {
      const answer = await check();
      if (answer) return answer;
    } catch (e) {
      problem = ` (${e.message})`;
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error(`${what} did not come within ${seconds} s${problem}`);
}

export class Servers {
  /** Both, ready to be used; at the same moment as the first look does, or one after the other. */
  static async start(together = false) {
    const servers = new Servers(await freePort(), await freePort(), await freePort());
    try {
      const simulator = servers.startSimulator();
      if (!together) await simulator;
      await Promise.all([simulator, servers.startMes()]);
      return servers;
    } catch (problem) {
      servers.printLogs();
      await servers.stop();
      throw problem;
    }
  }

  constructor(http, opcua, control) {
    this.data = fs.mkdtempSync(path.join(os.tmpdir(), 'kizuna-e2e-'));
    this.url = `http://localhost:${http}`;
    this.control = `http://127.0.0.1:${control}`;
    this.ports = { http, opcua, control };
    this.children = {};
  }

  async startSimulator() {
    const { opcua, control } = this.ports;
    this.#run('simulator', [
      ...[...jvm.simulator, '-jar', simulatorJar, 'serve'],
      ...['--port', opcua, '--control-port', control],
      ...['--data-dir', path.join(this.data, 'simulator')],
      ...['--trust', path.join(this.data, 'pki', 'own.der')],
    ]);
    await until('the simulator', 120, async () => (await fetch(`${this.control}/health`)).ok);
  }

  async startMes() {
    const { http, opcua } = this.ports;
    this.#run('mes', [
      ...[...jvm.mes, '-jar', mesJar, '--spring.profiles.active=demonstration'],
      `--server.port=${http}`,
      `--kizuna.data=${this.data}`,
      `--kizuna.equipment.endpoint=opc.tcp://127.0.0.1:${opcua}/kizuna-sim`,
      `--kizuna.demonstration.simulator=${this.control}`,
    ]);
    const readiness = `${this.url}/actuator/health/readiness`;
    await until('the MES', 300, async () => (await fetch(readiness)).ok);
  }

  #run(name, args) {
    const log = fs.openSync(path.join(this.data, `${name}.log`), 'a');
    const child = spawn('java', args.map(String), {
      cwd: this.data,
      stdio: ['ignore', log, log],
      env: environment,
    });
    fs.closeSync(log);
    this.children[name] = child;
  }

  /** As a power cut does: nothing is flushed, nothing is told. */
  kill(name) {
    return this.#end(name, 'SIGKILL');
  }

  async #end(name, signal) {
    const child = this.children[name];
    delete this.children[name];
    if (child == null || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    const stuck = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
    await gone;
    clearTimeout(stuck);
  }

  /** The virtual crew works a batch; its output, once it has left with exit code 0. */
  crew(...args) {
    const all = ['--url', this.url, '--simulator', this.control, '--recipe', 'car-t-lv', ...args];
    const child = spawn('java', [...jvm.crew, '-jar', simulatorJar, 'crew', ...all.map(String)], {
      env: environment,
    });
    this.children.crew = child;
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    }
    return new Promise((resolve, reject) => {
      child.on('exit', (code) =>
        code === 0 ? resolve(output) : reject(new Error(`the crew left with ${code}:\n${output}`)),
      );
    });
  }

  /** A person's session: asks with method, path and body, gets the answer of the MES. */
  async session(user) {
    const login = await fetch(`${this.url}/api/session`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ user, password: PASSWORD }),
    });
    if (!login.ok) throw new Error(`${user} cannot log in: ${await login.text()}`);
    const { csrfToken } = await login.json();
    const cookies = login.headers.getSetCookie().map((c) => c.split(';')[0]);
    const headers = {
      'Content-Type': 'application/json',
      'X-CSRF-TOKEN': csrfToken,
      cookie: cookies.join('; '),
    };
    return async (method, where, body) => {
      const text = body === undefined ? undefined : JSON.stringify(body);
      const answer = await fetch(this.url + where, { method, headers, body: text });
      if (!answer.ok) throw new Error(`${method} ${where}: ${await answer.text()}`);
      return answer.json();
    };
  }

  /** One batch, so that the operators have work. */
  async order() {
    const planner = await this.session('ito');
    return planner('PUT', `/api/orders/${crypto.randomUUID()}`, {
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
    });
  }

  printLogs() {
    for (const name of ['simulator', 'mes']) {
      const file = path.join(this.data, `${name}.log`);
      if (fs.existsSync(file)) console.error(fs.readFileSync(file, 'utf8').slice(-4000));
    }
  }

  async stop() {
    await this.#end('mes', 'SIGTERM');
    await this.#end('simulator', 'SIGTERM');
    fs.rmSync(this.data, { recursive: true, force: true });
  }
}
