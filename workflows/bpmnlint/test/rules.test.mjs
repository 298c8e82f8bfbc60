// A rule that checks nothing passes for ever: these diagrams must be refused.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import test from 'node:test';

const home = fileURLToPath(new URL('..', import.meta.url));
const lint = (file) =>
  spawnSync('npx', ['--no-install', 'bpmnlint', `test/diagrams/${file}`], {
    cwd: home,
    encoding: 'utf8',
  });

test('an id outside the scheme is refused', () => {
  const result = lint('bad-id.bpmn');
  assert.notEqual(result.status, 0);
  assert.match(result.stdout, /Id must be user_<verb>_<noun>/);
});

test('a command without an error path is refused', () => {
  const result = lint('no-error-path.bpmn');
  assert.notEqual(result.status, 0);
  assert.match(result.stdout, /A command needs an error boundary event/);
});

test('a script task is refused', () => {
  const result = lint('script.bpmn');
  assert.notEqual(result.status, 0);
  assert.match(result.stdout, /ScriptTask is not used in recipes/);
});
