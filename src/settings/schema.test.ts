import { describe, expect, it } from 'vitest';
import { FIELD_GROUPS } from './fields';
import { readSettings, SETTING_KEYS } from './schema';

describe('settings from outside', () => {
  it('keeps what fits and refuses the rest one by one, with the reason', () => {
    const { values, refused } = readSettings({
      structureName: 'CCAS de Villeneuve',
      mode: 'kiosk',
      inactivityMinutes: 'dix',
      language: 'en',
      guides: 'oui',
      welcome: true,
    });
    expect(values).toEqual({ structureName: 'CCAS de Villeneuve' });
    expect(Object.fromEntries(refused.map(({ key, reason }) => [key, reason]))).toEqual({
      mode: 'Il faut l’un de ces mots : home, public, office.',
      inactivityMinutes: 'Il faut un nombre entier de minutes.',
      language: 'Il faut le mot fr.',
      guides: 'Il faut true (oui) ou false (non), sans guillemets.',
      welcome: 'Ce réglage n’existe pas.',
    });
  });

  it.each([
    [{ emailDomain: '@CCAS-Exemple.fr' }, { emailDomain: 'ccas-exemple.fr' }],
    [{ structurePhone: ' 3646 ' }, { structurePhone: '3646' }],
    [{ structurePhone: '01 23 45 67 89' }, { structurePhone: '01 23 45 67 89' }],
    // As it is copied from a web page, and from a list of contacts.
    [{ structurePhone: '01\u00a023\u202f45 67 89' }, { structurePhone: '01 23 45 67 89' }],
    [{ structurePhone: '\u202a01 23 45 67 89\u202c' }, { structurePhone: '01 23 45 67 89' }],
    [{ emailDomain: 'ccas-exemple.fr\u200b' }, { emailDomain: 'ccas-exemple.fr' }],
    [{ structureName: '\u200e\u200f\u2060\u00ad' }, {}],
    [{ inactivityMinutes: 0 }, { inactivityMinutes: 0 }],
    [{ structureName: '  ' }, {}],
    [
      { structureName: 'Espace\0\u0007Léo\r\n« Nord »\u202e \ud83d\ude00\ud800\u200b\u2066' },
      { structureName: 'Espace Léo « Nord » \ud83d\ude00' },
    ],
    [{ structureName: 'C:\\salle "2" 100 % <b>' }, { structureName: 'C:\\salle "2" 100 % <b>' }],
    [{ emailDomain: 'accueil@ccas.fr' }, {}],
    [{ structurePhone: 'appelez-nous' }, {}],
    [{ inactivityMinutes: 2.5 }, {}],
    [{ inactivityMinutes: -1 }, {}],
    [{ structureHelp: 'x'.repeat(301) }, {}],
  ])('%o is read as %o', (received, values) => expect(readSettings(received).values).toEqual(values));

  it.each([[undefined], [null], ['texte'], [[1, 2]]])('%o holds no setting', (received) =>
    expect(readSettings(received)).toEqual({ values: {}, refused: [] }),
  );

  it('does not take what every object has for a setting', () => {
    const { values, refused } = readSettings(JSON.parse('{"__proto__": {"mode": "public"}, "toString": "x"}'));
    expect(values).toEqual({});
    expect(refused.map(({ key }) => key)).toEqual(['__proto__', 'toString']);
  });

  it('every setting has a place in the form, once', () => {
    const shown = FIELD_GROUPS.flatMap(({ fields }) => fields.map(({ key }) => key));
    expect([...shown].sort()).toEqual([...SETTING_KEYS].sort());
  });
});
