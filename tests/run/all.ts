import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ensureBrowsers } from './browsers.ts';

/** Every check and every test, one after the other; a failure does not hide the next. The last line counts them all. */
const ROOT = resolve(import.meta.dirname, '../..');
const REPORTS = mkdtempSync(join(tmpdir(), 'cote-a-cote-tests-'));

interface Count {
  passed: number;
  failed: number;
}

/** One command that passes or fails as a whole. */
function check(name: string, command: string, ...args: string[]): Count {
  console.log(`\n── ${name}`);
  const { status } = spawnSync(command, args, { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) console.log(`✗ ${name}`);
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** Builds for both browsers side by side: a build alone leaves one of two cores idle. What each says comes when it ends. */
async function build(name: string, ...more: string[]): Promise<Count> {
  console.log(`\n── ${name}`);
  const statuses = await Promise.all(['chrome', 'firefox'].map((browser) => wxtBuild(browser, more)));
  if (statuses.every((status) => status === 0)) return { passed: 1, failed: 0 };
  console.log(`✗ ${name}`);
  return { passed: 0, failed: 1 };
}

async function wxtBuild(browser: string, more: readonly string[]): Promise<number | null> {
  const running = spawn('npx', ['wxt', 'build', '-b', browser, ...more], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: Buffer[] = [];
  for (const stream of [running.stdout, running.stderr]) stream.on('data', (chunk: Buffer) => said.push(chunk));
  const status = await new Promise<number | null>((done) => running.once('close', done));
  process.stdout.write(Buffer.concat(said));
  return status;
}

/** A Vitest run, counted test by test; a run that breaks before its report counts as one failure. */
function vitest(name: string, config: string): Count {
  console.log(`\n── ${name}`);
  const report = join(REPORTS, `${name}.json`);
  const args = ['vitest', 'run', '-c', config, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { status } = spawnSync('npx', args, { cwd: ROOT, stdio: 'inherit' });
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8')) as Record<string, number>;
    const failed = numFailedTests ?? 0;
    return { passed: numPassedTests ?? 0, failed: status !== 0 && failed === 0 ? 1 : failed };
  } catch (error) {
    console.log(`✗ ${name}: ${error instanceof Error ? error.message : 'no report'}`);
    return { passed: 0, failed: 1 };
  }
}

ensureBrowsers();
const counts = [
  check('Lint', 'npx', 'biome', 'check', '.'),
  check('Types', 'npm', 'run', '--silent', 'types'),
  vitest('unit', 'tests/vitest.config.ts'),
  await build('Build'),
  check('Firefox add-on lint', 'npx', 'web-ext', 'lint', '--no-config-discovery', '-s', '.output/firefox-mv3'),
  await build('Test build', '--mode', 'test'),
  vitest('browser', 'tests/browser/vitest.config.ts'),
];
rmSync(REPORTS, { recursive: true, force: true });
const passed = counts.reduce((sum, one) => sum + one.passed, 0);
const failed = counts.reduce((sum, one) => sum + one.failed, 0);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
