// @vitest-environment node
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { recognise, unsurePages } from '../page/recognise';
import type { Target } from '../schema';
import { buildPacks } from '../schema/load/build-packs';
import { landmarkInWords, unsureInWords } from './unsure-pages';

const packs = buildPacks(resolve(import.meta.dirname, '../../overlays')).map(({ pack }) => pack);
const pages = packs.find(({ site }) => site.id === 'caf')?.site.pages ?? [];
const resources = new URL('https://wwwd.caf.fr/wps/myportal/caffr/moncompte/mesressources/');
const isNamed =
  (...names: string[]) =>
  ({ name }: Target): boolean =>
    [name ?? []].flat(2).some((one) => names.includes(one));

describe('the pages of this address that are not recognised', () => {
  it('are told with what is lacking and what should not be there', () => {
    const isThere = isNamed('Mes ressources', 'Salaires');
    const unsure = unsurePages(pages, resources, isThere);
    expect(recognise(pages, resources, isThere)).toContain('dtr-ressources');
    expect(unsure.map(({ id }) => id)).not.toContain('dtr-ressources');
    expect(unsure.find(({ id }) => id === 'mes-ressources')?.misses).toEqual(['none.1']);
    expect(unsure.find(({ id }) => id === 'dtr-recapitulatif')?.misses).toEqual(['any']);
    expect(unsure.find(({ id }) => id === 'dtr-situation-ailleurs')?.misses).toEqual(['all.0', 'any']);
  });

  it('are told in words, with the helps that wait for them', () => {
    const unsure = unsurePages(pages, resources, isNamed('Mes ressources', 'Salaires'));
    const told = unsureInWords({ site: 'caf', pages: [], unsure, checks: [], words: 0, fields: false }, packs);
    const before = told.find(({ id }) => id === 'mes-ressources');
    expect(before?.why).toBe(
      'Cela ne devrait pas y être : case « Salaires » ou « Salaire » ou « Montant net social ».',
    );
    expect(before?.waiting).toContain('declaration-trimestrielle/commencer');
    expect(told.find(({ id }) => id === 'dtr-situation-ailleurs')?.why).toMatch(
      /^Il manque : titre « trimestrielle ».*\. Il manque l'un de ces repères : question « Votre profil/,
    );
  });

  it('have landmarks that all can be said', () => {
    const landmarks = packs.flatMap(({ site }) =>
      site.pages.flatMap(({ landmarks: { all = [], any = [], none = [] } = {} }) => [...all, ...any, ...none]),
    );
    expect(landmarks.length).toBeGreaterThan(50);
    for (const landmark of landmarks) {
      const words = landmarkInWords(landmark);
      expect(words).toMatch(/^\S+.* \S/);
      if (landmark.role) expect(words).not.toMatch(/^élément/);
    }
  });
});
