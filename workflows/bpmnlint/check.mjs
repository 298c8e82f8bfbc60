/* Called by Maven: installs (only when the lock file or node changed), lints the diagrams, tests the rules. */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';

process.chdir(import.meta.dirname);

const stamp = 'node_modules/.kizuna-lock';
const wanted = fs.readFileSync('package-lock.json', 'utf8') + process.version;
const installed = fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted;
if (!installed) {
  npm('ci', '--prefer-offline', '--ignore-scripts');
  fs.writeFileSync(stamp, wanted);
}
npm('run', '--silent', 'lint');
npm('run', '--silent', 'test');

function npm(...args) {
  try {
    execFileSync('npm', args, {
      stdio: 'inherit',
      env: { ...process.env, npm_config_fund: 'false', npm_config_audit: 'false' },
    });
  } catch {
    console.error(`bpmnlint: npm ${args.join(' ')} failed`);
    process.exit(1);
  }
}
