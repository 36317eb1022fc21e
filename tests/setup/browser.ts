import { fakeBrowser } from 'wxt/testing/fake-browser';

/** WXT's in-memory browser, in place of `wxt/browser` in unit tests. */
export const browser = fakeBrowser;
