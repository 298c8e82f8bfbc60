/*
 * Readiness and memory of the first look and the wall time of the crew, with the packed jars and an empty
 * data folder; docs/benchmarks.md says how to read the figures. Memory is what the operating system counts
 * as resident, summed over everything the first look starts, the crew included.
 */
import { execFileSync } from 'node:child_process';
import os from 'node:os';
import { Servers } from './servers.mjs';

const SPEED = 2000;
const megabytes = (pid) =>
  Math.round(
    Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024,
  );

/** By part, and their sum; a part that has just ended counts nothing. */
function resident(servers) {
  const parts = {};
  for (const [name, child] of Object.entries(servers.children)) {
    if (child.exitCode !== null) continue;
    try {
      parts[name] = megabytes(child.pid);
    } catch {
      // it ended between the two lines
    }
  }
  return { parts, sum: Object.values(parts).reduce((a, b) => a + b, 0) };
}

const show = ({ parts, sum }) => `${sum} MB ${JSON.stringify(parts)}`;

console.log(`\nFirst look on ${os.cpus().length} x ${os.cpus()[0].model}, Node ${process.version}`);
const began = Date.now();
const servers = await Servers.start(true);
console.log(`ready after ${Math.round((Date.now() - began) / 100) / 10} s`);
console.log(`memory when ready: ${show(resident(servers))}`);
let peak = { sum: 0, parts: {} };
const watch = setInterval(() => {
  const now = resident(servers);
  if (now.sum > peak.sum) peak = now;
}, 1000);
try {
  const crewBegan = Date.now();
  const output = await servers.crew('--speed', SPEED);
  const seconds = Math.round((Date.now() - crewBegan) / 100) / 10;
  console.log(`crew at speed ${SPEED}, order to release: ${seconds} s`);
  console.log(output.trim().split('\n').at(-1));
  console.log(`memory at its highest while the crew works: ${show(peak)}`);
  console.log(`memory afterwards: ${show(resident(servers))}`);
} finally {
  clearInterval(watch);
  await servers.stop();
}
