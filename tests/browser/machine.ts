import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import { type BrowserName, EXECUTABLE } from './driver';
import type { World } from './world';

/**
 * A machine where somebody installed something: the real system with a few more files, seen only by the browsers started
 * here (a mount namespace of their own). Nothing on the real system changes.
 */
export interface Machine {
  /** Where its files are laid before they appear at `/`. */
  readonly root: string;
  /** Adds a file, by its absolute path. */
  put(path: string, content: string | Uint8Array): void;
  /** Unpacks a Debian package, as `dpkg -i` would lay its files. */
  installDeb(file: string): void;
  /** Starts a browser with a profile that lasts as long as the machine, its first page being `url`. */
  start(name: BrowserName, url: string): Promise<Browser>;
  remove(): void;
}

/** @returns why no such machine can be made here; `undefined` when it can. */
export function whyNoMachine(): string | undefined {
  const { status, stderr } = spawnSync(
    'unshare',
    ['-m', 'sh', '-c', 'mount -t overlay overlay -o lowerdir=/usr/share:/etc /etc'],
    { encoding: 'utf8' },
  );
  return status === 0 ? undefined : `no private mounts here (unshare -m, overlay): ${stderr ?? 'no unshare'}`;
}

/** Folders of the system that may get more files. */
const LAID_OVER = ['etc', 'usr', 'opt'];

export function newMachine(world: World): Machine {
  const root = mkdtempSync(join(tmpdir(), 'cote-a-cote-machine-'));
  const profiles = join(root, 'profiles');
  return {
    root,
    put(path, content) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), content);
    },
    installDeb: (file) => void execFileSync('dpkg-deb', ['-x', file, root]),
    start: async (name, url) => {
      const profile = join(profiles, name);
      mkdirSync(profile, { recursive: true });
      return await puppeteer.launch(launchOptions(name, inside(root, name), profile, url, world));
    },
    remove: () => rmSync(root, { recursive: true, force: true, maxRetries: 5 }),
  };
}

/** A command that starts the browser with the machine's files laid over the system's. */
function inside(root: string, name: BrowserName): string {
  const laid = LAID_OVER.filter(
    (folder) => existsSync(join(root, folder)) && readdirSync(join(root, folder)).length > 0,
  );
  const mounts = laid.map(
    (folder) => `mount -t overlay overlay -o lowerdir=${join(root, folder)}:/${folder} /${folder}`,
  );
  const file = join(root, `start-${name}.sh`);
  const script = [...mounts, `exec ${EXECUTABLE[name]} "$@"`].join(' && ');
  writeFileSync(file, `#!/bin/sh\nexec unshare -m sh -c '${script}' sh "$@"\n`);
  chmodSync(file, 0o755);
  return file;
}

/** ms */
const NO_ANSWER = 30_000;

function launchOptions(
  name: BrowserName,
  executablePath: string,
  userDataDir: string,
  url: string,
  world: World,
): Parameters<typeof puppeteer.launch>[0] {
  const common = {
    executablePath,
    userDataDir,
    headless: true,
    acceptInsecureCerts: true,
    defaultViewport: null,
    // What a browser does not answer by then it never will: the driver alone would wait for three minutes.
    protocolTimeout: NO_ANSWER,
  };
  if (name === 'chromium') {
    return {
      ...common,
      browser: 'chrome',
      pipe: true,
      // What keeps a driven browser from doing what an installed one does.
      ignoreDefaultArgs: [
        '--disable-extensions',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-default-apps',
      ],
      args: [
        '--no-sandbox',
        '--window-size=1024,768',
        `--proxy-server=127.0.0.1:${world.port}`,
        '--ignore-certificate-errors',
        '--disable-features=HttpsUpgrades',
        '--lang=fr-FR',
        url,
      ],
    };
  }
  return {
    ...common,
    browser: 'firefox',
    args: [url],
    extraPrefsFirefox: {
      // As Debian ships it; the driver narrows both.
      'extensions.enabledScopes': 15,
      'extensions.autoDisableScopes': 0,
      'network.proxy.type': 1,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': world.port,
      'intl.locale.requested': 'fr',
    },
  };
}
