import { defineConfig, mergeConfig } from 'vitest/config';
import unit from '../vitest.config';
import { LongestFirst } from './longest-first';

/** Tests in real Chromium and Firefox, with the built extension. Three files at a time, on two cores: with two, a third of the time is spent waiting for the browsers; four take as long. */
export default mergeConfig(
  { ...unit, test: undefined },
  defineConfig({
    test: {
      environment: 'node',
      include: ['tests/browser/**/*.test.ts'],
      globalSetup: 'tests/browser/first-start.ts',
      maxWorkers: 3,
      sequence: { sequencer: LongestFirst },
      // Two real browsers on two cores: a gesture may come while the machine is busy elsewhere. A real fault fails twice.
      retry: 2,
      testTimeout: 60_000,
      hookTimeout: 120_000,
    },
  }),
);
