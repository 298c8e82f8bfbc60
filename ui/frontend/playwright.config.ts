import { defineConfig } from '@playwright/test';

/** Runs against a served MES (KIZUNA_URL); starting it is the caller's work. Debian's Chromium, no download. */
const launchOptions = {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--force-prefers-reduced-motion'],
};

export default defineConfig({
  testDir: 'e2e',
  // starts servers of its own, kills and restarts them: called by itself
  testIgnore: process.env.KIZUNA_FAULTS ? [] : ['faults/**'],
  outputDir: 'test-results/runs',
  timeout: 90_000,
  workers: 1,
  reporter: [
    ['list'],
    [
      'junit',
      {
        outputFile: `test-results/junit/${process.env.KIZUNA_FAULTS ? 'faults' : 'playwright'}.xml`,
      },
    ],
  ],
  use: {
    baseURL: process.env.KIZUNA_URL ?? 'http://localhost:8080',
    launchOptions,
    actionTimeout: 15_000,
    trace: 'retain-on-failure',
    testIdAttribute: 'data-testid',
  },
  projects: [
    {
      name: 'desktop-en',
      use: { viewport: { width: 1280, height: 800 }, locale: 'en-GB' },
    },
    {
      name: 'tablet-ja',
      use: { viewport: { width: 1024, height: 768 }, locale: 'ja-JP', hasTouch: true },
    },
  ],
});
