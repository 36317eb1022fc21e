import { describe, expect, it } from 'vitest';
import { calendarFile } from './calendar-file';

const event = {
  uid: 'caf-rsa-2027-02-01',
  day: '2027-02-01',
  title: 'Faire ma déclaration ; RSA, prime',
  text: 'À partir du 1er février 2027.\nAdresse : https://www.caf.fr/ avec une ligne bien plus longue que soixante-quinze octets',
  url: 'https://www.caf.fr/',
};

describe('the calendar file', () => {
  const file = calendarFile([event], new Date('2026-11-24T03:00:00Z'));
  it('holds one all-day event', () => {
    expect(file).toContain('DTSTART;VALUE=DATE:20270201\r\n');
    expect(file).toContain('DTSTAMP:20261124T030000Z\r\n');
  });
  it('escapes what the format reserves', () => {
    expect(file).toContain('SUMMARY:Faire ma déclaration \\; RSA\\, prime\r\n');
    expect(file).toContain('2027.\\nAdresse');
  });
  it('folds lines of more than 75 octets, without loss', () => {
    const longest = Math.max(...file.split('\r\n').map((line) => new TextEncoder().encode(line).length));
    expect(longest).toBeLessThanOrEqual(75);
    expect(file.replace(/\r\n /g, '')).toContain('soixante-quinze octets\r\n');
  });
});
