/**
 * Hides `trustedTypes` in our own world before lit is imported: a page whose CSP names its policies
 * would make lit's policy creation throw at import (design, decision 14). The page's world is untouched.
 */
Object.defineProperty(globalThis, 'trustedTypes', { value: undefined, configurable: true });
