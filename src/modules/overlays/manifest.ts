import type { UserManifestFn } from 'wxt';
import { FIREFOX_ID, PUBLIC_KEY } from './ids.ts';

export { FIREFOX_ID } from './ids.ts';

/**
 * Our own pages run our own scripts and speak to nobody. Style attributes are let in, and no other inline style:
 * rings, marks and practice pages place their boxes by them.
 */
const CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'none'",
  "frame-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Firefox 140 does not let a content script read `adoptedStyleSheets`: help came without its styles, or not at all. Nothing between was tried. */
const OLDEST_FIREFOX = '153.0';

/** Least permissions: the hosts come from the content scripts of the overlays folder; `storage` for settings and progress,
 * `activeTab` for « Est-ce le vrai site ? » on the page where the person opens the popup, `idle` to know that nobody is at
 * a public machine any more. What « Terminer ma session » needs is asked for when it is used. */
export const manifestFor: UserManifestFn = ({ browser }) => ({
  name: '__MSG_extension_name__',
  description: '__MSG_extension_description__',
  default_locale: 'fr',
  content_security_policy: { extension_pages: CSP },
  permissions: ['storage', 'activeTab', 'idle'],
  // Firefox hides the button in a menu otherwise, and « Terminer ma session » with it; Chromium leaves that to the policy.
  ...(browser === 'firefox'
    ? {
        action: { default_area: 'navbar' },
        browser_specific_settings: {
          gecko: {
            id: FIREFOX_ID,
            strict_min_version: OLDEST_FIREFOX,
            data_collection_permissions: { required: ['none'] },
          },
        },
      }
    : { minimum_chrome_version: '126', key: PUBLIC_KEY, storage: { managed_schema: 'managed-settings.json' } }),
});
