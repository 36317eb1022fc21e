import { describe, expect, it } from 'vitest';
import { type Official, officialness } from './official-site';

const caf: Official = { name: 'la CAF', officialDomains: ['caf.fr'], home: 'https://www.caf.fr/' };
const known = { officials: [caf], reservedEndings: ['gouv.fr'] };

describe('officialness', () => {
  it.each([
    ['https://www.caf.fr/', 'official'],
    ['https://caf.fr/x', 'official'],
    ['https://www.caf.fr./', 'official'],
    ['https://www.caf.fr.exemple.com./', 'resembles'],
    ['https://connect.caf.fr/connexionappli/dist/#/login', 'official'],
    ['http://www.caf.fr/', 'insecure'],
    ['https://ma-caf.fr/', 'resembles'],
    ['https://caf.fr.exemple.com/', 'resembles'],
    ['https://caf.fr@exemple.com/', 'resembles'],
    ['https://caf.gouv.fr/', 'unknown'],
    ['https://192.0.2.1/caf', 'unknown'],
    ['https://192.0.2.1/caf/connexion', 'resembles'],
    ['https://storage.googleapis.com/caf-allocataire/page.html', 'resembles'],
    ['https://sites.google.com/view/cafe-des-parents', 'unknown'],
    // Long enough to keep a thorough reader busy for minutes.
    [`https://192.0.2.1/${'a-'.repeat(2_000)}`, 'unknown'],
    [`https://www.caf.fr-${'a'.repeat(300)}@exemple.com/`, 'resembles'],
    ['https://fr.wikipedia.org/wiki/Caf.fr', 'unknown'],
    ['https://exemple.com/wp-includes/css/www.caf.fr/', 'resembles'],
    ['https://exemple.com/wp-content/uploads/caf/', 'unknown'],
    ['https://www.google.fr/search?q=www.caf.fr', 'unknown'],
    ['https://xn--cf-pia.fr/', 'resembles'],
    ['https://xn--cf-zzz-broken.fr/', 'unknown'],
    ['https://cafe.fr/', 'unknown'],
    ['https://nom:caf.fr@exemple.com/', 'resembles'],
    ['https://%zz@exemple.com/', 'unknown'],
    ['https://www.caf.fr%zz@exemple.com/', 'resembles'],
    ['https://www.caf.fr%2Fconnexion%20@exemple.com/', 'resembles'],
    ['file:///tmp/caf.html', 'unreadable'],
    ['data:text/html,caf', 'unreadable'],
    ['about:blank', 'unreadable'],
    ['about:reader?url=https%3A%2F%2Fma-caf.fr%2F', 'unreadable'],
    [undefined, 'unreadable'],
    ['about:newtab', 'own'],
    ['chrome://settings/', 'own'],
    ['moz-extension://5c0f3a52/practice.html', 'own'],
  ])('%s is %s', (address, kind) => {
    expect(officialness(address, known).kind).toBe(kind);
  });

  it.each([
    ['https://caf.info/', 'ending', 'caf.info'],
    ['https://www.caf.fr.compte.co.uk/', 'in-front', 'compte.co.uk'],
    ['https://mon-compte-caf.fr/', 'added-words', 'mon-compte-caf.fr'],
    ['https://192.0.2.1/dossier/www.caf.fr/', 'in-path', '192.0.2.1'],
    ['https://compte.exemple.com/WWW.caf.fr/connexion', 'in-path', 'exemple.com'],
    ['https://xn--cf-pia.fr/', 'foreign-letters', 'xn--cf-pia.fr'],
    ['https://c4f.fr/', 'spelling', 'c4f.fr'],
  ])('%s borrows the name by %s, and is really %s', (address, trick, owner) => {
    expect(officialness(address, known)).toMatchObject({ trick, owner });
  });
});
