// @vitest-environment node
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';
import { zoneFault } from './zones.mjs';

describe('import zones', () => {
  it.each([
    ['src/features/work/Page.tsx', '@/features/step-execution/Page'],
    ['src/features/work/Page.tsx', '../step-execution/Page'],
    ['src/features/work/Page.tsx', '@/app/router'],
    ['src/shared/api/client.ts', '@/features/work/Page'],
    ['src/shared/api/client.ts', '../../app/router'],
  ])('%s may not import %s', (from, specifier) => {
    expect(zoneFault(from, specifier)).toBeDefined();
  });

  it.each([
    ['src/features/work/Page.tsx', './WorkCard'],
    ['src/features/work/Page.tsx', '@/shared/api/client'],
    ['src/app/router.tsx', '@/features/work/routes'],
    ['src/features/work/Page.tsx', 'react'],
  ])('%s may import %s', (from, specifier) => {
    expect(zoneFault(from, specifier)).toBeUndefined();
  });

  // A rule that is configured away passes for ever; this plants a violation in the real configuration.
  it('a planted violation fails the lint', async () => {
    const [result] = await new ESLint().lintText("import '@/features/step-execution/routes';\n", {
      filePath: 'src/features/work/planted.ts',
    });
    expect(result.messages.map((m) => m.ruleId)).toContain('kizuna/zones');
  }, 60_000);
});
