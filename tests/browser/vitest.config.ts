import { defineConfig, mergeConfig } from 'vitest/config';
import unit from '../vitest.config';

/** Tests in real Chromium and Firefox, with the built extension. One file at a time: two cores, real windows. */
export default mergeConfig(
  { ...unit, test: undefined },
  defineConfig({
    test: {
      environment: 'node',
      include: ['tests/browser/**/*.test.ts'],
      fileParallelism: false,
      testTimeout: 60_000,
      hookTimeout: 120_000,
    },
  }),
);
