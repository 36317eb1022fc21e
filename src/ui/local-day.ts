/** @returns the ISO day where the person is. `toISOString` would still say yesterday at half past midnight in Paris. */
export function localDay(now: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
