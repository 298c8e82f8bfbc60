/*
 * Size budget per page, gzip: follows the static imports of Vite's manifest and fails when a page outgrows it.
 * Clean-room tablets are slow and the first load happens at shift start.
 */
import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const pages = path.resolve(import.meta.dirname, '..', process.argv[2] ?? '../.build/pages');
const manifest = JSON.parse(fs.readFileSync(path.join(pages, '.vite/manifest.json'), 'utf8'));

/** Holds both languages, so that switching works without the server. */
const BASE = { js: 165, css: 20 };
const PAGE = { js: 210, css: 30 };
/** The diagram library is the largest single part. */
const LARGER = { 'src/features/batch-overview/OverviewPage.tsx': { js: 240, css: 35 } };

const kilobytes = (file) => gzipSync(fs.readFileSync(path.join(pages, file))).length / 1024;

function reach(key, seen = new Set()) {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const next of manifest[key].imports ?? []) reach(next, seen);
  return seen;
}

function sizeOf(keys) {
  const css = new Set(keys.flatMap((k) => manifest[k].css ?? []));
  const sum = (files) => files.reduce((total, file) => total + kilobytes(file), 0);
  return { js: sum(keys.map((k) => manifest[k].file)), css: sum([...css]) };
}

const base = reach('index.html');
const routes = Object.keys(manifest).filter((k) => /^src\/features\/.*Page\.tsx$/.test(k));
let over = 0;

function report(name, size, limit) {
  const bad = size.js > limit.js || size.css > limit.css;
  if (bad) over++;
  const part = (kind) => `${kind} ${Math.round(size[kind])} of ${limit[kind]} kB`;
  console.log(`${bad ? 'OVER' : 'ok  '} ${name.padEnd(56)} ${part('js')}, ${part('css')}`);
}

report('base', sizeOf([...base]), BASE);
for (const route of routes) {
  report(route, sizeOf([...new Set([...base, ...reach(route)])]), LARGER[route] ?? PAGE);
}
process.exit(over === 0 ? 0 : 1);
