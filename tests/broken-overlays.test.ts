// @vitest-environment node
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildPacks } from '../src/schema/load/build-packs';

const GOOD = resolve(import.meta.dirname, 'browser/overlays');

/** Each kind of mistake that someone who does not program makes, and what they must be told. */
const MISTAKES: [what: string, file: string, from: string, to: string, said: RegExp][] = [
  [
    'an unknown field',
    'exemple/guides/se-connecter.yaml',
    '    sends: nothing',
    '    sand: nothing',
    /exemple\/guides\/se-connecter\.yaml, ligne \d+, « steps › 1 › sand » : ce champ n’existe pas/,
  ],
  [
    'a missing field',
    'exemple/guides/se-connecter.yaml',
    '    do: Écrivez votre identifiant.\n',
    '',
    /ligne \d+, « steps › 1 › do » : ce champ manque/,
  ],
  [
    'a word out of a list',
    'exemple/guides/se-connecter.yaml',
    'sends: nothing',
    'sends: rien',
    /« steps › 1 › sends » : valeur inconnue ; valeurs permises : nothing, sends, unknown/,
  ],
  [
    'a date that is none',
    'exemple/guides/se-connecter.yaml',
    'checkedOn: 2026-11-24',
    'checkedOn: 24/11/2026',
    /« checkedOn » : doit être une date comme 2026-11-24/,
  ],
  [
    'a page that does not exist',
    'exemple/guides/se-connecter.yaml',
    'pages: [connexion]',
    'pages: [connection]',
    /ligne \d+, « steps › 1 › pages › 1 » : aucune page ne s’appelle « connection »/,
  ],
  [
    'a role that is none',
    'exemple/guides/se-connecter.yaml',
    'role: textbox',
    'role: zone',
    /steps › 1 › target › role.* : n’est pas un rôle connu|steps › 1 › target › role/,
  ],
  [
    'a selector that no browser reads',
    'exemple/guides/se-connecter.yaml',
    'role: textbox',
    'also: { css: ["a[href"] }, role: textbox',
    /target › also › css › 1 » : n’est pas un sélecteur CSS/,
  ],
  [
    'a selector that some browsers do not know',
    'exemple/guides/se-connecter.yaml',
    'role: textbox',
    'also: { css: ["a:contains(Valider)"] }, role: textbox',
    /target › also › css › 1 » : n’est pas un sélecteur CSS/,
  ],
  [
    'mark-up in a text',
    'exemple/guides/se-connecter.yaml',
    'Écrivez votre identifiant.',
    'Écrivez <b>votre</b> identifiant.',
    /ne doit pas contenir de balise HTML/,
  ],
  [
    'a link to a site that is not official',
    'exemple/guides/se-connecter.yaml',
    'Écrivez votre identifiant.',
    'Allez sur [ce site](https://autre.example/).',
    /ligne \d+, « steps › 1 › do » : « https:\/\/autre\.example\/ » n’est pas une adresse officielle/,
  ],
  [
    'a guide that begins on a site that is not official',
    'exemple/guides/se-connecter.yaml',
    'start: https://dsfr.exemple.fr/',
    'start: https://exemple.fr.autre.example/',
    /ligne \d+, « start » : « https:\/\/exemple\.fr\.autre\.example\/.* » n’est pas une adresse officielle/,
  ],
  [
    'a source that says too little',
    'exemple/guides/se-connecter.yaml',
    'source: ',
    'source: DF #',
    /« source » : doit dire d'où vient l'information/,
  ],
  [
    'a line that is shifted',
    'exemple/guides/se-connecter.yaml',
    '    sends: nothing',
    '   sends: nothing',
    /se-connecter\.yaml, ligne \d+ : ce fichier n’est pas du YAML correct \(.*la ligne est décalée/,
  ],
  [
    'a tabulation',
    'exemple/guides/se-connecter.yaml',
    '    sends: nothing',
    '\tsends: nothing',
    /se-connecter\.yaml, ligne \d+.* : ce fichier n’est pas du YAML correct/,
  ],
  [
    'a colon in a text',
    'words/exemple.yaml',
    'plain: Nom ou numéro pour entrer sur le site.',
    'plain: Attention : Nom: ou numéro',
    /words\/exemple\.yaml, ligne \d+/,
  ],
  ['a word given twice', 'words/exemple.yaml', 'id: mot-de-passe', 'id: identifiant', /« identifiant » existe déjà/],
  [
    'a figure that is in no file',
    'words/exemple.yaml',
    'Mot secret pour',
    'Mot {{prix}} pour',
    /le chiffre \{\{prix\}\} n’est dans aucun fichier d’année/,
  ],
  [
    'an id that is not the file name',
    'exemple/guides/se-connecter.yaml',
    'id: se-connecter',
    'id: connexion-facile',
    /« id » : doit être le nom du fichier : se-connecter/,
  ],
  [
    'a host outside the official domains',
    'exemple/site.yaml',
    'hosts: [dsfr.exemple.fr]',
    'hosts: [dsfr.example.com]',
    /n’est pas dans les domaines officiels/,
  ],
];

describe('a mistake in an overlay file', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'cac-overlays-'));
    cpSync(GOOD, folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is in none of the test overlays', () => {
    expect(() => buildPacks(folder)).not.toThrow();
  });

  it.each(MISTAKES)('%s is told with file, line and field', (_what, file, from, to, said) => {
    const path = join(folder, file);
    const before = readFileSync(path, 'utf8');
    expect(before).toContain(from);
    writeFileSync(path, before.replace(from, to));
    expect(() => buildPacks(folder)).toThrow(said);
  });

  it('is told once, though a shifted line can make many errors', () => {
    const path = join(folder, 'exemple/guides/se-connecter.yaml');
    writeFileSync(path, readFileSync(path, 'utf8').replace('    do: ', '   do: '));
    expect(() => buildPacks(folder)).toThrow(/^(?:(?!\n.*YAML correct)[\s\S])*YAML correct[^\n]*$/);
  });

  it('such as the name of its folder does not leave it out in silence', () => {
    cpSync(join(folder, 'exemple/guides'), join(folder, '.outil'), { recursive: true });
    expect(() => buildPacks(folder)).not.toThrow();
    cpSync(join(folder, 'exemple/guides'), join(folder, 'exemple/guide'), { recursive: true });
    expect(() => buildPacks(folder)).toThrow(
      /exemple\/guide\/perdu\.yaml, ligne 1 : ce fichier n’est pas lu : vérifiez le nom du dossier/,
    );
  });

  it('does not hide the others: all are told at once', () => {
    for (const file of ['exemple/guides/se-connecter.yaml', 'exemple/guides/perdu.yaml']) {
      writeFileSync(
        join(folder, file),
        readFileSync(join(folder, file), 'utf8').replace('sends: nothing', 'sends: rien'),
      );
    }
    expect(() => buildPacks(folder)).toThrow(/perdu\.yaml[\s\S]*se-connecter\.yaml/);
  });
});

const WARNINGS = resolve(import.meta.dirname, 'holds/overlays');

/** What would make people click through a warning without reading it: each is refused at build. */
const HABITS: [what: string, from: string, to: string, said: RegExp][] = [
  [
    'a button that says nothing',
    'goOn: Arrêter le courrier papier',
    'goOn: OK',
    /« goOn » : doit dire ce que le bouton/,
  ],
  [
    'a button that only says to go on',
    'goOn: Arrêter le courrier papier',
    'goOn: Je continue quand même',
    /« goOn » : doit dire ce que le bouton/,
  ],
  [
    'two buttons of the same words',
    'goOn: Arrêter le courrier papier',
    'goOn: Je garde le papier',
    /« goOn » : doit dire/,
  ],
  [
    'no reason to stop anyone',
    "Pour l'essai, chaque page déclenche un choix qui ne se défait pas.",
    'Important.',
    /« deserves »/,
  ],
  ['a choice that can be undone', 'possible: unknown', 'possible: "yes"', /« severity » : un choix qui se défait/],
];

describe('a warning that people would learn to click through', () => {
  it.each(HABITS)('%s is refused', (_what, from, to, said) => {
    const folder = mkdtempSync(join(tmpdir(), 'cac-overlays-'));
    try {
      cpSync(WARNINGS, folder, { recursive: true });
      const path = join(folder, 'banc/warnings/arreter.yaml');
      const before = readFileSync(path, 'utf8');
      expect(before).toContain(from);
      writeFileSync(path, before.replace(from, to));
      expect(() => buildPacks(folder)).toThrow(said);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
