// Adds up the reports of surefire (XML) and of the pages' test runners (JUnit XML as well).
import fs from 'node:fs';
import path from 'node:path';

const totals = { passed: 0, failed: 0 };
const read = (file) => {
  const head = /<testsuites?\b[^>]*>/.exec(fs.readFileSync(file, 'utf8'))?.[0] ?? '';
  const number = (name) => Number(new RegExp(`\\b${name}="(\\d+)"`).exec(head)?.[1] ?? 0);
  const failed = number('failures') + number('errors');
  totals.failed += failed;
  totals.passed += number('tests') - failed - number('skipped');
};
for (const folder of [
  ...['mes-core', 'mes-core/verifier', 'equipment-adapters', 'workflows', 'ui', 'simulator'].map((m) => `${m}/target/surefire-reports`),
  'ui/frontend/test-results/junit',
]) {
  if (!fs.existsSync(folder)) continue;
  for (const name of fs.readdirSync(folder)) if (name.endsWith('.xml')) read(path.join(folder, name));
}
console.log(totals[process.argv[2]]);
