const NAMES = new Intl.DateTimeFormat('fr-FR', { month: 'long', timeZone: 'UTC' });

/** @returns the French name of a month, 1 to 12; nothing for another number. */
export function monthName(month: number): string | undefined {
  return month >= 1 && month <= 12 ? NAMES.format(Date.UTC(2000, month - 1)) : undefined;
}
