import { describe, expect, it } from 'vitest';
import type { Kind, ShownText } from '../shown-texts';
import { plainGate } from './gate';
import { measure, syllablesOf } from './measures';
import { sentencesOf, wordsOf } from './sentences';

const TERMS = [
  {
    id: 'rsa',
    term: 'RSA',
    forms: ['R.S.A.'],
    plain: 'Argent de la CAF.',
    source: 'x',
    checkedOn: 'never' as const,
    confidence: 'sourced' as const,
  },
];

function shown(
  text: string,
  more: { kind?: Kind; place?: 'bubble' | 'page'; site?: string; says?: 'speech' } = {},
): ShownText {
  const { kind = 'guide', place = 'page', site = 'caf', says = 'ours' } = more;
  return {
    kind,
    sites: [site],
    file: 'x.yaml',
    line: 1,
    field: 'do',
    text,
    box: text,
    shown: { place, box: 'b', says },
  };
}

const rulesBroken = (...texts: ShownText[]): string[] =>
  plainGate(texts, TERMS, [])
    .failures.map(({ rule }) => rule)
    .filter((rule) => rule !== 'mediane');

describe('the plain-words gate refuses', () => {
  it.each<[rule: string, text: string, more?: Parameters<typeof shown>[1]]>([
    ['longue', 'Un mot, un mot, un mot, un mot, un mot, un mot, un mot, un mot.'],
    ['longue', 'Un mot, un mot, un mot, un mot, un mot, un mot, un.', { place: 'bubble' }],
    ['passif', "L'aide est versée le 5."],
    ['passif', "Le RSA a été calculé sur l'année."],
    ['passif', 'Votre dossier sera étudié.'],
    ['passif', 'La page est signée par la CAF.'],
    ['double-negation', 'Vous ne pouvez pas ne rien dire.'],
    ['double-negation', 'Sans ce clic, rien ne part.'],
    ['double-negation', "Si vous ne dites rien, la CAF n'écrit pas."],
    ['subjonctif', 'Attendez jusqu’à ce que la page change.'],
    ['subjonctif', "Bien qu'il soit tard, écrivez."],
    ['subjonctif', 'Il faut que vous veniez.'],
    ['subjonctif', "Vérifiez qu'il soit à vous."],
    ['subjonctif', 'Demandez une date où vous puissiez venir.'],
    ['nombre-en-lettres', 'Notez les mois : trois papiers.'],
    ['sigle', 'Demandez à la MSA.'],
    ['exclamation', 'Bravo !'],
    ['point-virgule', 'Lisez ; écrivez.'],
    ['tutoiement', 'Prends tes papiers.'],
    ['reproche', 'Vous avez oublié une case.'],
    ['72-heures', 'Vous avez 72 heures.'],
    ['radié', 'Vous serez radié.'],
    ['fraude', 'Ce serait une fraude.'],
    ['sanction', 'Cela mène à une sanction.'],
    ['article-de-loi', "C'est l'article R. 5411-7."],
    ['modifier-après', 'Vous pourrez modifier votre actualisation plus tard en ligne.', { site: 'francetravail' }],
    ['plafond-css', 'Le plafond est de 850 euros.', { site: 'ameli' }],
    ['plus-gros-chiffre', "C'est le plus gros chiffre."],
    ['e-mail', 'Regardez vos mails.'],
    ['e-mail', 'Un courriel arrive.'],
    ['langue-administrative', 'Joignez les papiers ci-dessous.'],
    ['langue-administrative', 'Veuillez envoyer le papier.'],
    [
      'kandel-moles',
      "Administration, organisation, documentation. L'immatriculation universelle. Régularisation complémentaire. Communication institutionnelle. Dématérialisation progressive. Accompagnement individualisé. Conventionnement territorial. Expérimentation nationale. Professionnalisation continue. Simplification obligatoire.",
    ],
    [
      'lix',
      'Donnez votre attestation actuelle, votre déclaration actuelle. Cherchez votre conseiller. Demandez une nouvelle attestation. Gardez ensuite la réponse. Apportez toujours la facture. Regardez chaque ligne.',
    ],
  ])('%s: %s', (rule, text, more) => {
    expect(rulesBroken(shown(text, more))).toContain(rule);
  });

  it('a little too much, without rounding it to what is allowed', () => {
    const seven =
      'Le la un du attente attente le. Le la un du attente attente le. Le la attente du attente attente le.';
    const said = plainGate([shown(seven)], TERMS, []).failures.map(({ message }) => message);
    expect(said).toContainEqual(expect.stringContaining('LIX 41, au plus 40'));
  });

  it('a site whose texts are hard in the middle', () => {
    const hard = shown(`${'Administration, organisation, documentation. '.repeat(8)}`);
    expect(plainGate([hard], TERMS, []).failures.map(({ rule }) => rule)).toContain('mediane');
  });
});

describe('the plain-words gate lets through', () => {
  it.each<[text: string, more?: Parameters<typeof shown>[1]]>([
    ["C'est fait. Rien n'est envoyé."],
    ['Vous êtes inscrit. Elle est partie hier.'],
    ['Vous vous êtes connecté hier.'],
    ['Votre e-mail a peut-être changé.'],
    ['Regardez vos e-mails, puis « Mes courriers et courriels ».'],
    ["Rien n'est gardé, rien n'est envoyé."],
    ['La Caf compte le RSA de vous deux.'],
    ['Le R.S.A. arrive le 5.'],
    ['Cliquez sur « Attestation obligatoirement signée par la DGFIP ! » puis lisez.'],
    ["On n'est pas puni."],
    ['Radiation : vous n’êtes plus inscrit.', { kind: 'term' }],
    ['Allez sur https://www.caf.fr/MSA tout de suite.'],
  ])('%s', (text, more) => {
    expect(rulesBroken(shown(text, more))).toEqual([]);
  });

  it('but a quotation that is a sentence to say is ours', () => {
    expect(rulesBroken(shown('« Je demande une faveur à la MSA. »', { says: 'speech' }))).toEqual(['sigle']);
  });
});

describe('an exception', () => {
  const exception = { file: 'x.yaml', rule: 'exclamation', text: 'Bravo !', reason: 'cri de joie de la personne' };
  it('frees one sentence of one rule', () => {
    const { failures, excepted } = plainGate([shown('Bravo !'), shown('Merci !')], TERMS, [exception]);
    expect(failures.map(({ text }) => text)).toEqual(['Merci !']);
    expect(excepted).toEqual([exception]);
  });
  it('that frees nothing is told', () => {
    expect(plainGate([shown('Bravo.')], TERMS, [exception]).unused).toEqual([exception]);
  });
});

describe('the list of rare words', () => {
  it('names what few people know, and no address', () => {
    const { rare } = plainGate([shown('Écrivez à josette@courrier.example avec un aréomètre.')], TERMS, []);
    expect(rare.map(({ word }) => word)).toContain('aréomètre');
    expect(rare.map(({ word }) => word).join()).not.toContain('josette');
  });
});

describe('measures', () => {
  it.each([
    ['papier', 2],
    ['page', 1],
    ['possible', 2],
    ['attestation', 4],
    ['montant-net', 3],
    ['48', 1],
  ])('%s has %i syllables', (word, count) => expect(syllablesOf(word)).toBe(count));

  it('follow the formulas', () => {
    const found = measure('Lisez le papier. Gardez la carte.');
    expect(found).toMatchObject({ words: 6, perSentence: 3, lix: 3 });
    expect(found?.kandelMoles).toBeCloseTo(207 - 1.015 * 3 - (73.6 * 9) / 6);
  });

  it('count words as a word processor, sentences at points and lines', () => {
    expect(wordsOf("L'aide coûte 1 200 € : c'est tout.")).toEqual(["L'aide", 'coûte', '1200', "c'est", 'tout.']);
    expect(sentencesOf('Un. Deux ?\n- Trois')).toEqual(['Un.', 'Deux ?', 'Trois']);
  });
});
