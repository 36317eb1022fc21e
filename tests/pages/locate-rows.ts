import type { Page } from 'playwright-core';
import type { Target } from '../../src/schema';

/** One page as a person meets it, what is looked for, and where it is (a selector), or nothing. */
export type Row = [what: string, html: string, target: Target, expected: string | null];

const CLOSED = 'position:absolute;left:-9999px';

/** What no tuning of the locator may lose. */
export const ROWS: readonly Row[] = [
  ['case, accents, apostrophes', '<button>VALIDER L’ETAPE</button>', { name: "Valider l'étape" }, 'button'],
  ['abbreviations', '<label>Tél. <input></label>', { role: 'textbox', name: 'Téléphone' }, 'input'],
  ['amounts left out', '<button>Payer 12,50 €</button>', { role: 'button', name: 'Payer' }, 'button'],
  ['two numbers that differ', '<button>Enfant 2</button>', { role: 'button', name: 'Enfant 1' }, null],
  ['not and not', '<button>Ne pas envoyer</button>', { role: 'button', name: 'Envoyer' }, null],
  ['a longer name is another thing', '<button>Valider plus tard</button>', { role: 'button', name: 'Valider' }, null],
  ['hidden', '<button hidden>Valider</button>', { role: 'button', name: 'Valider' }, null],
  ['moved off the screen', `<button style="${CLOSED}">Valider</button>`, { role: 'button', name: 'Valider' }, null],
  ['inert', '<div inert><button>Valider</button></div>', { role: 'button', name: 'Valider' }, null],
  ['aria-hidden', '<div aria-hidden="true"><button>Valider</button></div>', { role: 'button', name: 'Valider' }, null],
  ['disabled', '<button disabled>Valider</button>', { role: 'button', name: 'Valider' }, null],
  [
    'covered',
    '<button>Valider</button><div style="position:fixed;inset:0;background:#fff">Patientez</div>',
    { role: 'button', name: 'Valider' },
    null,
  ],
  [
    'closed details: what opens it',
    '<details><summary>Plus</summary><button>Valider</button></details>',
    { role: 'button', name: 'Valider' },
    'summary',
  ],
  [
    'closed menu: what opens it',
    '<button id="m" aria-expanded="false" aria-controls="z">Menu</button><div id="z" hidden><a href="#x">Mes droits</a></div>',
    { role: 'link', name: 'Mes droits' },
    '#m',
  ],
  [
    'closed accordion without aria-controls',
    '<h3><button id="m" aria-expanded="false">Adresse</button></h3><div hidden><button id="b">Modifier</button></div>',
    { role: 'button', name: 'Modifier' },
    '#m',
  ],
  [
    'open shadow root and slot',
    '<x-b><template shadowrootmode="open"><button><slot></slot></button></template>Valider</x-b>',
    { role: 'button', name: 'Valider' },
    'button',
  ],
  [
    'frame of the same site',
    '<iframe srcdoc="<button>Valider</button>"></iframe>',
    { role: 'button', name: 'Valider' },
    'button',
  ],
  [
    'label in the cell before',
    '<table><tr><td>Salaire</td><td><input id="s"></td></tr><tr><td>Pension</td><td><input id="p"></td></tr></table>',
    { role: 'textbox', name: 'Pension' },
    '#p',
  ],
  [
    'icon-only button',
    '<button id="a" aria-label="Fermer">×</button><button title="Imprimer"><svg></svg></button>',
    { role: 'button', name: 'Imprimer' },
    '[title]',
  ],
  ['a div that is clicked', '<div onclick="void 0">Valider</div>', { role: 'button', name: 'Valider' }, 'div'],
  ['a div with a class', '<div class="btn btn-main">Valider</div>', { role: 'button', name: 'Valider' }, 'div'],
  [
    'radio by its legend',
    '<fieldset><legend>Vivez-vous seul ?</legend><label><input type="radio" name="a" id="a">Oui</label></fieldset><fieldset><legend>Travaillez-vous ?</legend><label><input type="radio" name="b" id="b">Oui</label></fieldset>',
    { role: 'radio', name: 'Oui', group: 'Travaillez-vous ?' },
    '#b',
  ],
  [
    'radio by the question before it',
    '<p>Vivez-vous seul ?</p><div><label><input type="radio" name="a" id="a">Oui</label><label><input type="radio" name="a">Non</label></div><p>Travaillez-vous ?</p><div><label><input type="radio" name="b" id="b">Oui</label><label><input type="radio" name="b">Non</label></div>',
    { role: 'radio', name: 'Oui', group: 'Travaillez-vous ?' },
    '#b',
  ],
  [
    'virtual keypad',
    '<button>3</button><button id="k">7</button><button>8</button>',
    { role: 'button', name: '7' },
    '#k',
  ],
  [
    'position among equals',
    '<button>Modifier</button><button id="b">Modifier</button><button>Modifier</button>',
    { role: 'button', name: 'Modifier', position: 2 },
    '#b',
  ],
  [
    'position among equals, in the order they are read through components and frames',
    '<button>Modifier</button><x-b><template shadowrootmode="open"><button><slot></slot></button></template>Modifier</x-b><button id="c">Modifier</button>',
    { role: 'button', name: 'Modifier', position: 3 },
    '#c',
  ],
  [
    'position among equals, one of them in a frame',
    '<button>Modifier</button><iframe srcdoc="<button>Modifier</button>"></iframe><button id="c">Modifier</button>',
    { role: 'button', name: 'Modifier', position: 3 },
    '#c',
  ],
  [
    'a rank where the part asked for is elsewhere',
    '<h2>Adresse</h2><p>Aucune</p><h2>Téléphone</h2><button>Modifier</button><button>Modifier</button>',
    { role: 'button', name: 'Modifier', heading: 'Adresse', position: 1 },
    null,
  ],
  [
    'a rank among as many as were seen',
    '<button>Modifier</button><button id="b">Modifier</button><button>Modifier</button>',
    { role: 'button', name: 'Modifier', position: 2, of: 3 },
    '#b',
  ],
  [
    'a rank where one of them has come or gone',
    '<button>Modifier</button><button>Modifier</button>',
    { role: 'button', name: 'Modifier', position: 2, of: 3 },
    null,
  ],
  [
    'the only one of its name, moved under another title',
    '<h2>Adresse</h2><p>Aucune</p><h2>Téléphone</h2><button id="b">Modifier</button>',
    { role: 'button', name: 'Modifier', heading: 'Adresse', of: 1 },
    '#b',
  ],
  [
    'once the only one of its name, with another one now: the place decides',
    '<h2>Adresse</h2><button id="b">Modifier</button><h2>Téléphone</h2><button>Modifier</button>',
    { role: 'button', name: 'Modifier', heading: 'Adresse', of: 1 },
    '#b',
  ],
  [
    'once the only one of its name, with two others elsewhere now',
    '<h2>Adresse</h2><p>Aucune</p><h2>Téléphone</h2><button>Modifier</button><h2>Mail</h2><button>Modifier</button>',
    { role: 'button', name: 'Modifier', heading: 'Adresse', of: 1 },
    null,
  ],
  [
    'once the only one of its name, with one whose name is near elsewhere now',
    '<h2>Adresse</h2><p>Aucune</p><h2>Téléphone</h2><button>Modifier plus tard</button>',
    { role: 'button', name: 'Modifier', heading: 'Adresse', of: 1 },
    null,
  ],
  [
    'the label of a field in a frame',
    '<iframe srcdoc="<label>Salaire <input id=s></label><label>Pension <input id=p></label>"></iframe>',
    { role: 'textbox', name: 'Pension' },
    '#p',
  ],
  [
    'a heading that nobody sees',
    '<h2>Adresse</h2><div hidden><h2>Vos cookies</h2></div><button id="b">Modifier</button><h2>Téléphone</h2><button>Modifier</button>',
    { role: 'button', name: 'Modifier', heading: 'Adresse' },
    '#b',
  ],
  [
    'a neighbour under a heading of nearly the same words',
    '<h2>Liste des enfants à charge</h2><p>Aucun</p><h2>Liste des enfants à naître</h2><button>Modifier</button>',
    { role: 'button', name: 'Modifier', heading: 'Liste des enfants à charge' },
    null,
  ],
  [
    'the name elsewhere, and one with a wrong letter in the place: nobody can say',
    '<h2>Adresse</h2><button>Modifer la rue</button><h2>Téléphone</h2><button>Modifier la rue</button>',
    { role: 'button', name: 'Modifier la rue', heading: 'Adresse' },
    null,
  ],
  [
    'a wrong letter, beside others of the same words',
    '<button>Rechercher un médecin</button><button id="b">Enregitsrer un médecin</button>',
    { role: 'button', name: 'Enregistrer un médecin' },
    '#b',
  ],
  [
    'closed menu by aria-haspopup and popover',
    '<button id="m" popovertarget="z">Menu</button><div id="z" popover><a href="#x">Mes paiements</a></div>',
    { role: 'link', name: 'Mes paiements' },
    '#m',
  ],
  [
    'one field that asks for two things',
    '<label>Nom et prénom <input id="n"></label>',
    { role: 'textbox', name: 'Prénom' },
    '#n',
  ],
  [
    'one field that asks for two things of somebody else',
    '<label>Nom et prénom de l’enfant <input></label>',
    { role: 'textbox', name: 'Nom' },
    null,
  ],
  [
    'a button that does two things is another button',
    '<button>Enregistrer et quitter</button>',
    { role: 'button', name: 'Enregistrer' },
    null,
  ],
  [
    'words of the same row, in other cells',
    '<table><tr><td>Avis de situation</td><td><a href="#1">Télécharger</a></td></tr><tr><td>Convocation</td><td><a id="b" href="#2">Télécharger</a></td></tr></table>',
    { role: 'link', name: 'Télécharger', near: 'Convocation' },
    '#b',
  ],
  [
    'the only one of its name, beside other words than those that must be there',
    '<p>Attestation de paiement <button>Télécharger</button></p>',
    { role: 'button', name: 'Télécharger', near: 'Avis de situation' },
    null,
  ],
  [
    'the format asked for, in parentheses',
    '<label>Date de l’évènement (JJ/MM/AAAA) <input id="d"></label>',
    { role: 'textbox', name: 'Date de l’événement' },
    '#d',
  ],
  [
    'two that only their parentheses tell apart',
    '<label>Prestations (BIC) <input></label><label>Prestations (BNC) <input></label>',
    { role: 'textbox', name: 'Prestations' },
    null,
  ],
  [
    'a panel folded to no height: what opens it',
    '<button id="m" aria-expanded="false" aria-controls="z">Ma carte</button><div id="z" style="max-height:0;overflow:hidden"><a href="#x">Déclarer la perte</a></div>',
    { role: 'link', name: 'Déclarer la perte' },
    '#m',
  ],
  [
    'an answer folded to no height: the question before it',
    '<button id="m" aria-expanded="false">Comment déclarer ?</button><div style="height:0;overflow:hidden"><p><a href="#x">Déclarer</a></p></div>',
    { role: 'link', name: 'Déclarer' },
    '#m',
  ],
  [
    'a window over a page that is cut to no height',
    '<div style="height:0;overflow:hidden"><div style="position:fixed;top:9px"><button>Fermer</button></div></div>',
    { role: 'button', name: 'Fermer' },
    'button',
  ],
  [
    'the same answer to another question of nearly the same words',
    '<fieldset><legend>Avez-vous des enfants à charge ?</legend><label><input type="radio" name="a">Oui</label></fieldset>',
    { role: 'radio', name: 'Oui', group: 'Avez-vous des enfants scolarisés ?' },
    null,
  ],
  [
    'another day of the calendar',
    '<button aria-label="mercredi 9 décembre 2026">9</button>',
    { role: 'button', name: 'mercredi 16 décembre 2026' },
    null,
  ],
  [
    'several fields in a row: which one is not said',
    '<table><tr><td></td><td>Mai</td><td>Juin</td></tr><tr><td>Chômage</td><td><input></td><td><input></td></tr></table>',
    { role: 'textbox', name: 'Chômage' },
    null,
  ],
  [
    'several fields in a row: by their rank',
    '<table><tr><td></td><td>Mai</td><td>Juin</td></tr><tr><td>Chômage</td><td><input></td><td><input id="b"></td></tr></table>',
    { role: 'textbox', name: 'Chômage', position: 2 },
    '#b',
  ],
  [
    'the title of a column',
    '<table><tr><th>Nom</th><th>Prime</th><th>Salaire</th></tr><tr><td>Léa</td><td><input></td><td><input id="b"></td></tr></table>',
    { role: 'textbox', name: 'Salaire' },
    '#b',
  ],
  [
    'what stands in the cell of the field',
    '<table><tr><td></td><td>Déclarant 1</td><td>Déclarant 2</td></tr><tr><th>Revenus</th><td>1AJ <input></td><td>1BJ <input id="b"></td></tr></table>',
    { role: 'textbox', name: '1BJ' },
    '#b',
  ],
  [
    'columns that are no table',
    '<div><div>N° de tél. portable</div><div><input id="a"></div></div><div><div>N° de tél. fixe</div><div><input id="b"></div></div>',
    { role: 'textbox', name: 'Numéro de téléphone fixe' },
    '#b',
  ],
  [
    'the unit of the field before',
    '<p>Durée : <input> heures <input> minutes</p>',
    { role: 'textbox', name: 'Heures' },
    null,
  ],
  [
    'boxes named by the words after them, in plain text',
    '<p>Êtes-vous seul ? <input type="radio" name="a"> Oui <input type="radio" name="a"> Non</p><p>Êtes-vous étudiant ? <input type="radio" name="b" id="o"> Oui <input type="radio" name="b"> Non</p>',
    { role: 'radio', name: 'Oui', group: 'Êtes-vous étudiant ?' },
    '#o',
  ],
  [
    'boxes named by the cell after them',
    '<table><tr><td>Seul ?</td><td><input type="radio" name="a" id="o"></td><td>Oui</td><td><input type="radio" name="a"></td><td>Non</td></tr></table>',
    { role: 'radio', name: 'Oui' },
    '#o',
  ],
  [
    'boxes named by the words before them, in plain text',
    '<p>Oui <input type="radio" name="a"> Non <input type="radio" name="a"></p>',
    { role: 'radio', name: 'Non' },
    null,
  ],
  [
    'words that must not stand near, on another thing to press',
    '<p>Votre mutuelle <a id="b" href="#1">Renoncer</a> <a href="#2">Renouveler</a></p>',
    { role: 'link', name: 'Renoncer', notNear: 'renouveler' },
    '#b',
  ],
  [
    'words that must not stand near, beside two things to press',
    '<div><p>Ce site dépose des cookies.</p><button>Refuser</button> <button>Accepter</button></div>',
    { role: 'button', name: 'Accepter', notNear: 'cookies' },
    null,
  ],
  ['two too alike', '<button>Modifier</button><button>Modifier</button>', { role: 'button', name: 'Modifier' }, null],
  [
    'the heading tells them apart',
    '<h2>Adresse</h2><button>Modifier</button><h2>Téléphone</h2><button id="b">Modifier</button>',
    { role: 'button', name: 'Modifier', heading: 'Téléphone' },
    '#b',
  ],
  [
    'the one under the heading is gone',
    '<h2>Adresse</h2><button>Modifier</button><h2>Téléphone</h2><p>Aucun</p>',
    { role: 'button', name: 'Modifier', heading: 'Téléphone' },
    null,
  ],
  [
    'words that must not stand near',
    '<p>Ancien compte <button id="a">Supprimer</button></p><p>Brouillon <button id="b">Supprimer</button></p>',
    { role: 'button', name: 'Supprimer', notNear: 'Ancien compte' },
    '#b',
  ],
  [
    'one of the two of its name reads otherwise now, in its place',
    '<h2>Adresse</h2><button id="b">Modifeir</button><h2>Téléphone</h2><button>Modifier</button>',
    { role: 'button', name: 'Modifier', heading: 'Adresse', of: 2 },
    '#b',
  ],
  [
    'both of its name are there, and something like it in its place',
    '<h2>Adresse</h2><button>Modifeir</button><h2>Téléphone</h2><button>Modifier</button><button>Modifier</button>',
    { role: 'button', name: 'Modifier', heading: 'Adresse', of: 2 },
    null,
  ],
  [
    'one of the two of its name reads otherwise now, and nothing tells which is which',
    '<label>Code postal <input></label><label>Votre code postal <input></label>',
    { role: 'textbox', name: 'Code postal', of: 2 },
    null,
  ],
  [
    'the only one of its name, in another part of the page and under another title',
    '<nav aria-label="Mes services"><a href="/x">Autre</a></nav><main><h2>Annonce</h2></main><footer><a id="b" href="/y">Carte Vitale</a></footer>',
    { role: 'link', name: 'Carte Vitale', heading: 'Mes droits', region: 'Mes services', of: 1 },
    '#b',
  ],
  [
    'the only field with that technical name and that name, under another title',
    '<h2>Salaire</h2><p>Aucun</p><h2>Aide</h2><label>Montant <input id="b" name="salaire"></label><label>Montant <input name="aide"></label>',
    { role: 'textbox', name: 'Montant', heading: 'Salaire', also: { name: ['salaire'] } },
    '#b',
  ],
  [
    'nothing can be typed into what only reacts to clicks',
    '<div style="cursor:pointer">Rechercher</div>',
    { role: 'searchbox', name: 'Rechercher' },
    null,
  ],
  ['whose they are goes without saying', '<a id="b" href="/t">Nos tarifs</a>', { role: 'link', name: 'Tarifs' }, '#b'],
  [
    'a title that was put as a question',
    '<fieldset><legend>Un tiers est-il impliqué ?</legend><label><input type="radio" name="a" id="o">Oui</label></fieldset>',
    { role: 'radio', name: 'Oui', group: 'Tiers impliqué' },
    '#o',
  ],
  [
    'out of reach of the mouse, as greyed buttons are',
    '<button style="pointer-events:none;opacity:.5">Télécharger</button>',
    { role: 'button', name: 'Télécharger' },
    null,
  ],
  [
    'a box out of reach of the mouse, with a label that is not',
    '<label>Oui <input type="radio" id="o" style="pointer-events:none"></label>',
    { role: 'radio', name: 'Oui' },
    '#o',
  ],
  [
    'a transparent box over its own label',
    '<div style="position:relative"><input type="radio" id="o" style="position:absolute;inset:0;width:100%;height:100%;margin:0;opacity:0"><label for="o">Oui</label></div>',
    { role: 'radio', name: 'Oui' },
    '#o',
  ],
  [
    'a button whose words are put into its slot',
    '<x-b><template shadowrootmode="open"><button id="b"><slot></slot></button></template><span>Mettre à jour</span></x-b>',
    { role: 'button', name: 'Mettre à jour' },
    '#b',
  ],
  [
    'three that say the same, and one title that shares a word with the one that is gone',
    '<section><h2>Tarif bleu</h2><button>Choisir</button></section><section><h2>Vert fixe</h2><button>Choisir</button></section>',
    { role: 'button', name: 'Choisir', heading: 'Tarif tempo' },
    null,
  ],
  [
    'the word on it is the one, its whole name is of something else',
    '<button aria-label="Déconnecter l’appareil de Bruz">Déconnecter</button>',
    { role: 'button', name: 'Se déconnecter' },
    null,
  ],
  [
    'the word on it, and what stands beside it',
    '<p>Téléphone <button aria-label="Déconnecter l’appareil de Bruz">Déconnecter</button></p>',
    { role: 'button', name: 'Déconnecter', near: 'Téléphone' },
    'button',
  ],
];

/** Loads such a page as a document of its own: declarative shadow roots are read by the parser alone. */
export async function showRow(page: Page, html: string): Promise<void> {
  await page.unrouteAll();
  const body = `<!doctype html><title>Essai</title><body>${html}`;
  await page.route('http://cas.exemple.fr/', (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body }),
  );
  await page.goto('http://cas.exemple.fr/', { waitUntil: 'load' });
}
