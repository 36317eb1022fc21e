/** The id in Firefox: policies and the native manifest of the settings name it. */
export const FIREFOX_ID = 'cote-a-cote@cote-a-cote.fr';

/**
 * The `key` of the Chromium manifest: a public RSA key (base64 of its SubjectPublicKeyInfo). The browser derives the
 * extension's id from it, so that unpacked builds and the Debian package have a known id that policies can name.
 * Its private half was destroyed when it was made: nobody can sign a `.crx` that passes for this id. A `.crx` carries the
 * key, and so the id, of whoever packs it.
 */
export const PUBLIC_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAzLUJyuwymOr/+1Zs5eLHTKMNwtEY5e5vYpmjLNdUpmd2DFbHMSdGZAeefjLfmMrSGKqkUZRv55fgw0URDTJFdtOLTq2vS1uzZZTWmk1h+07iJyEeggJSV3+QrXnC0Vc8m+x45eZ6Xcml28NtywQV/iOHzWy8q7KFl3cgJf/B6gLlm9zwa6opH+CfRSkylRP0gs4hJ0QTIYQ4zr62Y5zexg1rRZ6Q1tdTEzKS/Z8NmMxMXnD/HwJ1+ZwfrEXghFqH1nSvj9MHNla4GDhwCLesqDs1cZwenpItsLGmZAueBNbCO3BFmd4khFRJw2opVs+J79hXQulzrKuzS/O7stJKVQIDAQAB';

/** The id that follows from `PUBLIC_KEY` (src/packaging/crx.test.ts checks it). */
export const CHROMIUM_ID = 'gopplijmlcmmbebepgpjbibfobndodfi';
