/** What looks like somebody's real data. */
export type RealData = 'nir' | 'iban' | 'email';

/**
 * Says whether a text looks like real personal data, which has no place in an exercise. Ours never does: invented
 * numbers begin with 9 (no real one does: NIR begin with 1, 2, 3, 4, 7 or 8), invented IBAN have the check digits 00
 * (never given, ISO 13616), invented addresses end in `.example` (kept for examples, RFC 2606).
 */
export function looksReal(text: string): RealData | undefined {
  const bare = text.replace(/[\s.\-_/]/g, '').toUpperCase();
  if (isIban(bare)) return 'iban';
  if (isNir(bare)) return 'nir';
  return isEmail(text) ? 'email' : undefined;
}

/** 13 digits or more: sex, year, month (01 to 12, or 20 and above when unknown), department (2A and 2B too), then the rest. */
function isNir(bare: string): boolean {
  return /(?<!\d)[123478]\d{2}(0[1-9]|1[0-2]|[2-9]\d)(\d{2}|2A|2B)\d{6}/.test(bare);
}

/** A country, two check digits that can exist (02 to 98), at least ten more characters, and no word among them. */
function isIban(bare: string): boolean {
  return /^[A-Z]{2}(0[2-9]|[1-8]\d|9[0-8])[A-Z0-9]{10,30}$/.test(bare) && /\d{5}/.test(bare);
}

function isEmail(text: string): boolean {
  return /[^\s@]+@[^\s@]+\.[a-z]{2,}/i.test(text) && !/\.example\s*$/i.test(text);
}
