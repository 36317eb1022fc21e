import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildPacks } from '../schema/load/build-packs';
import { nextEvents } from './next-events';

const packs = buildPacks(resolve(import.meta.dirname, '../../overlays')).map(({ pack }) => pack);

function eventsOf(path: string, day: string) {
  const [siteId, guideId] = path.split('/');
  const pack = packs.find(({ site }) => site.id === siteId);
  const guide = pack?.guides.find(({ id }) => id === guideId);
  if (!pack || !guide) throw new Error(`${path} is gone`);
  return nextEvents(guide, pack, day);
}
const daysOf = (path: string, day: string): string[] => eventsOf(path, day).map((event) => event.day);

describe('what goes into the calendar', () => {
  it.each(['inscription', 'actualisation-oubliee', 'erreur-actualisation'])(
    'after « %s », a person still has the open window to do: tomorrow, then the next one',
    (guide) => {
      expect(daysOf(`francetravail/${guide}`, '2026-11-29')).toEqual(['2026-11-30', '2026-12-28']);
      expect(daysOf(`francetravail/${guide}`, '2026-12-15')).toEqual(['2026-12-15', '2026-12-28']);
      expect(daysOf(`francetravail/${guide}`, '2026-12-16')).toEqual(['2026-12-28']);
    },
  );
  it('after an update, is the next one', () => {
    expect(daysOf('francetravail/actualisation', '2026-11-29')).toEqual(['2026-12-28']);
  });
  it('says what there is to do then, not what was done today', () => {
    const [event] = eventsOf('francetravail/inscription', '2026-11-24');
    expect(event).toMatchObject({
      day: '2026-11-28',
      title: 'Faire mon actualisation (France Travail)',
      url: 'https://candidat.francetravail.fr/espacepersonnel/',
    });
  });
  it('after a quarterly return, has the person look before the date that holds only for who was not late', () => {
    expect(eventsOf('caf/declaration-trimestrielle', '2026-12-02').map(({ day, title }) => [day, title])).toEqual([
      ['2027-01-01', 'Regarder « Mon agenda » (la CAF)'],
      ['2027-03-01', 'Faire ma déclaration trimestrielle (la CAF)'],
    ]);
  });
  it('says the same words as the sheet, with the condition', () => {
    const [look, make] = eventsOf('caf/declaration-trimestrielle', '2026-12-02');
    for (const event of [look, make])
      expect(event?.text).toMatch(/^Déclaration faite à temps \?.*1er mars 2027.*en retard/);
    expect(eventsOf('francetravail/inscription', '2026-11-29')[0]?.text).toMatch(
      /^C'est ouvert jusqu'au 15 décembre 2026\..*du 28 décembre 2026 au 15 janvier 2027/,
    );
  });
  it('is nothing where no date is known', () => {
    expect(daysOf('francetravail/actualisation', '2026-12-28')).toEqual([]);
    expect(daysOf('caf/rembourser', '2026-11-24')).toEqual([]);
  });
});
