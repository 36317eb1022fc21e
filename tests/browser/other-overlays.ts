import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import type { BrowserName } from './driver';

const ROOT = resolve(import.meta.dirname, '../..');

/**
 * Builds the same extension with another folder of overlays and its hosts, as the README tells a structure to do.
 * @returns the folder of the built extension
 */
export function buildOther(name: BrowserName, overlays: string, buildName: string): string {
  const browser = name === 'chromium' ? 'chrome' : 'firefox';
  execFileSync('npx', ['wxt', 'build', '-b', browser, '--mode', 'test'], {
    cwd: ROOT,
    stdio: 'pipe',
    env: { ...process.env, OVERLAYS_DIR: overlays, BUILD_NAME: buildName },
  });
  return resolve(ROOT, '.output', `${browser}-mv3-test-${buildName}`);
}
