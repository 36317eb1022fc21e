import { describe, expect, it } from 'vitest';
import { readSettingsFile, writeSettingsFile } from './settings-file';

const inFile = (settings: unknown, more: object = {}): string =>
  JSON.stringify({ format: 'cote-a-cote/reglages', version: 1, settings, ...more });

describe('a file of settings', () => {
  it('gives back what was written', () => {
    const settings = {
      structureName: 'CCAS « Les Tilleuls »',
      mode: 'public',
      inactivityMinutes: 5,
      guides: false,
    } as const;
    expect(readSettingsFile(writeSettingsFile(settings))).toEqual({ values: settings, refused: [] });
  });

  it('refuses one value and keeps the others', () => {
    expect(readSettingsFile(inFile({ mode: 'kiosk', structureName: 'CCAS' }))).toEqual({
      values: { structureName: 'CCAS' },
      refused: [{ key: 'mode', reason: 'Il faut l’un de ces mots : home, public, office.' }],
    });
  });

  it('bears the mark that Windows puts at the start of a text file', () => {
    expect(readSettingsFile(`\ufeff${inFile({})}`)).toEqual({ values: {}, refused: [] });
  });

  it.each([
    ['', 'ne se lit pas'],
    ['pas du json', 'ne se lit pas'],
    ['null', 'n’est pas un fichier de réglages de Côte à Côte'],
    ['[]', 'n’est pas un fichier de réglages de Côte à Côte'],
    ['{"format":"autre"}', 'n’est pas un fichier de réglages de Côte à Côte'],
    [inFile({}, { version: 2 }), 'version plus récente'],
    [inFile({}, { version: undefined }), 'abîmé'],
    [inFile('texte'), 'abîmé'],
    [inFile([1]), 'abîmé'],
    ['x'.repeat(100_001), 'trop gros'],
    [new TextDecoder().decode(Buffer.from(inFile({ structureHelp: 'Léa' }), 'latin1')), 'UTF-8'],
  ])('« %.30s » is refused: %s', (text, reason) => {
    expect(readSettingsFile(text)).toEqual({ problem: expect.stringContaining(reason) });
  });
});
