import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { CHROMIUM_ID, FIREFOX_ID } from '../../src/modules/overlays/ids.ts';
import { spareFirstStart } from './firefox-profile.ts';
import type { World } from './world.ts';

export type BrowserName = 'chromium' | 'firefox';

const ROOT = resolve(import.meta.dirname, '../..');
/** Firefox gives each installation a random address for our own pages, unless this says otherwise. */
const FIREFOX_UUID = '5c0f3a52-6f0e-4c3e-9f7c-0d4b8f3d2c11';
/** The printer that Firefox brings along. */
const PDF_PRINTER = 'Mozilla Save to PDF';
export const EXECUTABLE: Record<BrowserName, string> = {
  chromium: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  firefox: process.env.FIREFOX_PATH ?? '/usr/bin/firefox-esr',
};

export interface OpenOptions {
  world: World;
  /** Folder of the built extension; `null` opens the browser without it (control runs). */
  extension?: string | null;
  /** CSS px; by default the small public screen, 1024 × 768. */
  viewport?: { width: number; height: number };
  /** Show the browser (for a person to watch). */
  headless?: boolean;
  /** Folder that takes whatever is downloaded, without asking. */
  downloads?: string;
  /** File that takes whatever is printed, as a PDF, without asking (Firefox only). */
  paper?: string;
  /** A profile that outlives the browser; by default a new one each time. */
  profile?: string;
  /** Extra command-line switches (Chromium only). */
  args?: string[];
  /** The browser stops before every https page of the world, as it does before a false one (Chromium only). */
  checksCertificates?: boolean;
}

/** @returns the folder of the built extension; the test build differs only by its open shadow root. */
export function builtExtension(name: BrowserName, build: 'real' | 'test' = 'test'): string {
  const folder = name === 'chromium' ? 'chrome-mv3' : 'firefox-mv3';
  const path = resolve(ROOT, '.output', build === 'test' ? `${folder}-test` : folder);
  if (!existsSync(path))
    throw new Error(`${path} is missing: run "npm run build${build === 'test' ? ':test' : ''}" first`);
  return path;
}

/**
 * Opens a real browser with the built extension; all its traffic goes through the world's proxy,
 * so that pages live under the sites' real https addresses and every request is seen.
 */
export async function openBrowser(name: BrowserName, options: OpenOptions): Promise<Browser> {
  const { world, viewport = { width: 1024, height: 768 }, headless = true, checksCertificates = false } = options;
  const extension = options.extension === undefined ? builtExtension(name) : options.extension;
  const common = {
    executablePath: EXECUTABLE[name],
    headless,
    acceptInsecureCerts: !checksCertificates,
    defaultViewport: viewport,
  };
  if (name === 'chromium') {
    return await puppeteer.launch({
      ...common,
      ...(options.profile ? { userDataDir: options.profile } : {}),
      ...(options.downloads ? { downloadBehavior: { policy: 'allow' as const, downloadPath: options.downloads } } : {}),
      browser: 'chrome',
      pipe: true,
      ...(extension ? { enableExtensions: [extension] } : {}),
      args: [
        '--no-sandbox',
        `--proxy-server=127.0.0.1:${world.port}`,
        '--proxy-bypass-list=<-loopback>',
        ...(checksCertificates ? [] : ['--ignore-certificate-errors']),
        '--lang=fr-FR',
        '--disable-features=HttpsUpgrades',
        ...(options.args ?? []),
      ],
    });
  }
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'cac-firefox-'));
  spareFirstStart(profile);
  const browser = await puppeteer.launch({
    ...common,
    userDataDir: profile,
    browser: 'firefox',
    // Without it no driver may look at our own pages.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [FIREFOX_ID]: FIREFOX_UUID }),
      // An extension of a test is a temporary one: it keeps its storage as an installed one does.
      ...(options.profile ? { 'extensions.webextensions.keepStorageOnUninstall': true } : {}),
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': world.port,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': world.port,
      'network.proxy.no_proxies_on': '',
      'network.proxy.allow_hijacking_localhost': true,
      'dom.security.https_first': false,
      // No driver can answer the browser's own question: in a test the answer is yes.
      'extensions.webextOptionalPermissionPrompts': false,
      'intl.accept_languages': 'fr-FR',
      'intl.locale.requested': 'fr',
      ...(options.paper
        ? {
            'print.always_print_silent': true,
            print_printer: PDF_PRINTER,
            [`print.printer_${PDF_PRINTER.replaceAll(' ', '_')}.print_to_file`]: true,
            [`print.printer_${PDF_PRINTER.replaceAll(' ', '_')}.print_to_filename`]: options.paper,
          }
        : {}),
      ...(options.downloads
        ? {
            'browser.download.folderList': 2,
            'browser.download.dir': options.downloads,
            'browser.download.useDownloadDir': true,
            'browser.download.always_ask_before_handling_new_types': false,
            // Its panel opens when it likes and takes the keyboard from the page.
            'browser.download.alwaysOpenPanel': false,
          }
        : {}),
    },
  });
  if (options.profile === undefined)
    browser.process()?.once('exit', () => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }));
  if (extension) await browser.installExtension(extension);
  return browser;
}

/** ms; how long one of our own pages may take to load, on a machine that is busy elsewhere. */
const OWN_LOAD = 20_000;

/** @returns the address of one of our own pages (`/practice.html`). */
export function ownAddress(name: BrowserName, path: string): string {
  return `${name === 'firefox' ? `moz-extension://${FIREFOX_UUID}` : `chrome-extension://${CHROMIUM_ID}`}${path}`;
}

/** Opens one of our own pages (`/practice.html`) in a new tab. */
export async function openOwnPage(name: BrowserName, browser: Browser, path: string): Promise<Page> {
  const page = await browser.newPage();
  await goToOwn(name, page, path);
  return page;
}

/** Opens one of our own pages in a tab that is there. */
export async function goToOwn(name: BrowserName, page: Page, path: string): Promise<void> {
  const url = ownAddress(name, path);
  if (name === 'chromium') {
    // A browser that has just been opened refuses our pages until it has loaded the extension.
    for (const end = Date.now() + OWN_LOAD; !(await comes(page, url, end)); )
      await new Promise((resume) => setTimeout(resume, 100));
    return;
  }
  // Firefox never reports that one of our own pages has loaded: it is asked until the page is there.
  const isOver = page.goto(url, { timeout: OWN_LOAD }).then(
    () => true,
    () => true,
  );
  const wait = (): Promise<boolean> => new Promise((resume) => setTimeout(() => resume(false), 100));
  while (!(await isThere(page, url)) && !(await Promise.race([isOver, wait()])));
}

/** @returns whether a page of ours has come. @throws when it is still refused at that time (epoch ms), or for any other reason */
async function comes(page: Page, url: string, end: number): Promise<boolean> {
  try {
    await page.goto(url);
    return true;
  } catch (error) {
    if (Date.now() < end && String(error).includes('ERR_BLOCKED_BY_CLIENT')) return false;
    throw error;
  }
}

/** @returns whether this tab shows that address, with its scripts run. */
function isThere(page: Page, url: string): Promise<boolean> {
  return page
    .evaluate((wanted) => location.href === wanted && document.readyState === 'complete', url)
    .catch(() => false);
}
