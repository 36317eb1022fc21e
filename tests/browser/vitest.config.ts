import { defineConfig, mergeConfig } from 'vitest/config';
import unit from '../vitest.config';
import { LongestFirst } from './longest-first';

/** Tests in real Chromium and Firefox, with the built extension. Four files at a time, on two cores: with three, half of the time is spent waiting for the browsers. */
export default mergeConfig(
  { ...unit, test: undefined },
  defineConfig({
    test: {
      environment: 'node',
      include: ['tests/browser/**/*.test.ts'],
      maxWorkers: 4,
      sequence: { sequencer: LongestFirst },
      // Two real browsers on two cores: a gesture may come while the machine is busy elsewhere. A real fault fails twice.
      retry: 2,
      testTimeout: 60_000,
      hookTimeout: 120_000,
    },
  }),
);
