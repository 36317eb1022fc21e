/** Lengths of the IBANs that France's banks and neighbours give out (ISO 13616 registry); other countries: only the bounds. */
const LENGTHS: Record<string, number> = {
  FR: 27,
  MC: 27,
  BE: 16,
  DE: 22,
  LU: 20,
  ES: 24,
  PT: 25,
  IT: 27,
  NL: 18,
  CH: 21,
};
const SHORTEST = 15;
const LONGEST = 34;

/** @returns whether a text is a well-formed IBAN whose check digits are right (ISO 13616, ISO 7064 mod 97-10). */
export function isValidIban(text: string): boolean {
  const iban = text.replace(/[\s\u00a0\u202f]/g, '').toUpperCase();
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]+$/.test(iban)) return false;
  const length = LENGTHS[iban.slice(0, 2)];
  const hasLength = length === undefined ? iban.length >= SHORTEST && iban.length <= LONGEST : iban.length === length;
  return hasLength && mod97(iban.slice(4) + iban.slice(0, 4)) === 1;
}

function mod97(text: string): number {
  let rest = 0;
  for (const sign of text) {
    for (const digit of String(Number.parseInt(sign, 36))) rest = (rest * 10 + Number(digit)) % 97;
  }
  return rest;
}
