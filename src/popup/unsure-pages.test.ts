// @vitest-environment node
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { recognise } from '../page/recognise';
import type { Target } from '../schema';
import { buildPacks } from '../schema/load/build-packs';
import { landmarkInWords, unsureInWords } from './unsure-pages';

const packs = buildPacks(resolve(import.meta.dirname, '../../overlays')).map(({ pack }) => pack);
const caf = packs.find(({ site }) => site.id === 'caf');
const resources = new URL('https://wwwd.caf.fr/wps/myportal/caffr/moncompte/mesressources/');
const isNamed =
  (...names: string[]) =>
  ({ name }: Target): boolean =>
    [name ?? []].flat(2).some((one) => names.includes(one));

describe('the pages of this address that are not recognised', () => {
  it('are told with what is lacking, what should not be there, and the helps that wait for them', async () => {
    if (!caf) throw new Error('no CAF');
    const isThere = isNamed('Mes ressources', 'Salaires');
    const told = await unsureInWords(caf, resources, async (targets) => targets.map(isThere));
    const of = (id: string) => told.find((one) => one.id === id);
    expect(recognise(caf.site.pages, resources, isThere)).toContain('dtr-ressources');
    expect(of('dtr-ressources')).toBeUndefined();
    expect(of('mes-ressources')?.why).toBe(
      'Cela ne devrait pas y être : case « Salaires » ou « Salaire » ou « Montant net social ».',
    );
    expect(of('mes-ressources')?.waiting).toContain('declaration-trimestrielle/commencer');
    expect(of('dtr-recapitulatif')?.why).toMatch(/^Il manque l'un de ces repères : titre « Récapitulatif »/);
    expect(of('dtr-situation-ailleurs')?.why).toMatch(
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
