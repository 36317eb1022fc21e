import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { BrowserName } from './driver.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/**
 * Builds the same extension with another folder of overlays and its hosts, as the README tells a structure to do.
 * `asIs` takes the last build when there is one.
 * @returns the folder of the built extension
 */
export function buildOther(name: BrowserName, overlays: string, buildName: string, asIs = false): string {
  const browser = name === 'chromium' ? 'chrome' : 'firefox';
  const folder = resolve(ROOT, '.output', `${browser}-mv3-test-${buildName}`);
  if (asIs && existsSync(folder)) return folder;
  execFileSync('npx', ['wxt', 'build', '-b', browser, '--mode', 'test'], {
    cwd: ROOT,
    stdio: 'pipe',
    env: { ...process.env, OVERLAYS_DIR: overlays, BUILD_NAME: buildName },
  });
  return folder;
}
