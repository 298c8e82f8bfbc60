/*
 * Called by Maven: `build <outputDir>` installs (only when package-lock.json or node changed), type-checks and
 * builds the pages (only when an input changed); `check` runs lint, format check and unit tests and compares the
 * generated types with the described interface (only when an input changed since they last passed). Nothing is downloaded but npm packages named in package-lock.json.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
process.chdir(root);
const [task, outputDir] = process.argv.slice(2);
const stamps = path.resolve(root, '../.build'); // outside target/: survives `mvn clean`

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  fail(
    `Node >= 20.19 is needed to build the pages, found ${process.version} (or skip: -Dui.skip=true)`,
  );
}

const sources = ['src', 'public', 'scripts', 'index.html', 'package.json', 'package-lock.json'];
const configs = ['tsconfig.json', 'vite.config.ts'];

install(root);
if (task === 'build') build(path.resolve(outputDir));
else if (task === 'check') check();
else fail('usage: mvn-build.mjs build <outputDir> | check');

function install(folder) {
  const file = (name) => path.relative(root, path.join(folder, name));
  const wanted = hash([file('package.json'), file('package-lock.json')]) + process.version;
  const installed = file('node_modules/.kizuna-lock');
  if (isStamped(installed, wanted)) return;
  npm(folder, 'ci', '--prefer-offline', '--ignore-scripts');
  fs.writeFileSync(installed, wanted);
}

function build(out) {
  const pages = path.join(stamps, 'pages');
  const wanted = hash([...sources, ...configs]) + process.version;
  if (!isStamped(path.join(stamps, 'pages.stamp'), wanted)) {
    const started = Date.now();
    npm(root, 'run', 'build', '--', '--outDir', pages, '--emptyOutDir');
    stamp('pages.stamp', wanted);
    console.log(`ui: built in ${Date.now() - started} ms`);
  } else console.log('ui: pages unchanged');
  const copied = path.join(out, '.ui-inputs');
  if (isStamped(copied, wanted)) return;
  fs.rmSync(path.join(out, 'assets'), { recursive: true, force: true });
  const served = (file) => path.basename(file) !== '.vite'; // the manifest is for the budget only
  fs.cpSync(pages, out, { recursive: true, filter: served });
  fs.writeFileSync(copied, wanted);
}

function check() {
  const wanted =
    hash([
      ...sources,
      ...configs,
      'e2e',
      'eslint.config.mjs',
      '.prettierrc.json',
      'playwright.config.ts',
      ...['openapi.json', 'generate.mjs', 'package-lock.json'].map((f) => `../codegen/${f}`),
    ]) + process.version;
  if (isStamped(path.join(stamps, 'check.stamp'), wanted)) {
    console.log('ui: checks passed before, nothing changed');
    return;
  }
  npm(root, 'run', 'check');
  const codegen = path.resolve(root, '../codegen');
  install(codegen);
  npm(codegen, 'run', 'check');
  if (fs.existsSync(path.join(stamps, 'pages'))) npm(root, 'run', 'budget');
  stamp('check.stamp', wanted);
}

function npm(folder, ...args) {
  try {
    execFileSync('npm', args, {
      cwd: folder,
      stdio: 'inherit',
      env: { ...process.env, CI: '1', npm_config_fund: 'false', npm_config_audit: 'false' },
    });
  } catch {
    fail(`ui: npm ${args.join(' ')} failed`);
  }
}

function hash(entries) {
  const sum = createHash('sha256');
  for (const file of entries.flatMap(walk).sort()) {
    sum.update(`${file}\0`);
    sum.update(fs.readFileSync(file));
  }
  return sum.digest('hex');
}

function walk(entry) {
  if (!fs.existsSync(entry)) return [];
  if (!fs.statSync(entry).isDirectory()) return [entry];
  return fs
    .readdirSync(entry, { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile())
    .map((e) => path.join(e.parentPath ?? e.path, e.name));
}

function isStamped(file, wanted) {
  return fs.existsSync(file) && fs.readFileSync(file, 'utf8') === wanted;
}

function stamp(name, wanted) {
  fs.mkdirSync(stamps, { recursive: true });
  fs.writeFileSync(path.join(stamps, name), wanted);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
