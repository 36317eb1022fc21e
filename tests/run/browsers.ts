import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Debian packages that the tests and the demonstration need, with the file that shows each is there. */
const NEEDED: readonly [file: string, debianPackage: string][] = [
  ['/usr/bin/chromium', 'chromium'],
  ['/usr/bin/firefox-esr', 'firefox-esr'],
  ['/usr/bin/openssl', 'openssl'],
  ['/usr/bin/pdftotext', 'poppler-utils'],
  ['/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf', 'fonts-dejavu-core'],
];

/** Installs what is missing when it runs as root with apt; else says in one line what to install. @throws when something stays missing. */
export function ensureBrowsers(): void {
  const missing = NEEDED.filter(([file]) => !existsSync(file)).map(([, name]) => name);
  if (missing.length === 0) return;
  const advice = `Il manque : ${missing.join(', ')}. Sous Debian : sudo apt-get install ${missing.join(' ')}`;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) throw new Error(advice);
  console.log(`Installing ${missing.join(', ')} with apt…`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env });
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env,
  });
}
