/** Characters that French typography and old keyboards put between thousands. */
const SPACES = /[\s\u00a0\u202f']/g;

/**
 * Reads one amount as people write it in French: `1 234,56 €`, `1234.5`, `1.234,56`, `12 €`.
 * @returns `undefined` when it is not one number, or when `1.234` could be read two ways.
 */
export function parseAmount(text: string): number | undefined {
  const bare = text.replace(/€|euros?|eur/gi, '').replace(SPACES, '');
  if (/^-?\d+$/.test(bare)) return Number(bare);
  if (/^-?\d+,\d+$/.test(bare)) return Number(bare.replace(',', '.'));
  if (/^-?\d{1,3}(\.\d{3})+,\d+$/.test(bare)) return Number(bare.replace(/\./g, '').replace(',', '.'));
  if (/^-?\d+\.\d+$/.test(bare) && !/\.\d{3}$/.test(bare)) return Number(bare);
  return undefined;
}

const SHOWN =
  /(?<![\d,.])\d{1,3}(?:[ \u00a0\u202f.]\d{3})+(?:,\d{1,2})?(?![\d])|(?<![\d,.])\d+(?:[,.]\d{1,2})?(?![\d])/g;

/** @returns every amount that a text shows with a euro sign or with cents, in reading order. */
export function amountsIn(text: string): number[] {
  return [...text.matchAll(SHOWN)].flatMap((match) => {
    const after = text.slice(match.index + match[0].length);
    const isMoney = /^[\s\u00a0\u202f]*(€|euros?\b)/i.test(after) || /,\d{2}$/.test(match[0]);
    const amount = parseAmount(match[0]);
    return isMoney && amount !== undefined ? [amount] : [];
  });
}

/** Amounts of money are equal to the cent; a form that takes whole euros gets the amount rounded or cut. */
export function isSameAmount(typed: number, shown: number): boolean {
  if (Math.abs(typed - shown) < 0.005) return true;
  return Number.isInteger(typed) && (typed === Math.round(shown) || typed === Math.floor(shown));
}
