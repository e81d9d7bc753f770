// The test that has to fail, in a run of its own, so that a green run shows no failure.
import { defineConfig } from 'playwright/test';
import base from './playwright.config.ts';

export default defineConfig({
  ...base,
  testDir: 'e2e/support',
  workers: 1,
  projects: (base.projects ?? []).map(({ name = '', use = {} }) => ({
    name,
    use,
    testMatch: name === 'webkit' ? '*.webkit.offence.ts' : 'fixture.offence.ts',
  })),
});
