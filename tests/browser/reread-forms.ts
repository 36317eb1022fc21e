const boxes = (values: string, of = 'Groupe'): string =>
  values
    .split(' ')
    .map((value, at) => `<input aria-label="${of} ${at + 1}" maxlength="${value.length}" value="${value}">`)
    .join('');
const bare = (values: string): string => boxes(values).replace(/ aria-label="[^"]*"/g, '');
const date = (...[day, month, year]: string[]): string =>
  `<label>Jour <input value="${day}"></label><label>Mois <input value="${month}"></label><label>Année <input value="${year}"></label>`;
const toggles = (pressed: 'Oui' | 'Non'): string =>
  ['Oui', 'Non'].map((one) => `<button type="button" aria-pressed="${one === pressed}">${one}</button>`).join('');

/** How real pages lay out what is private, what is in pieces and what they make themselves; and what must stay readable beside it. */
export const CASES = `<!doctype html><html lang="fr"><title>Cas</title><h1>Cas</h1><form>
  <fieldset><legend>Numéro de carte bancaire</legend>${boxes('4111 1111 1111 1111')}</fieldset>
  <fieldset><legend>Carte bancaire</legend>
    <label>Nom du titulaire <input value="N BERNARD"></label>
    <label>Les 3 chiffres au dos <input maxlength="3" value="737"></label>
    <label>Expiration <input maxlength="5" value="12/29"></label>
    <label>Mois <select><option>novembre</option></select></label></fieldset>
  <fieldset><legend>Code reçu par SMS</legend>
    <input aria-label="Première partie" maxlength="3" value="553"><input aria-label="Deuxième partie" maxlength="3" value="661"></fieldset>
  <fieldset><legend>Vos codes et identifiants</legend>
    <label>Identifiant <input value="nb-59"></label><label>Espace personnel <input value="0911"></label></fieldset>
  <fieldset><legend>Adresse</legend><label>Code postal <input maxlength="5" value="59000"></label>
    <label>Numéro <input maxlength="4" value="12"></label></fieldset>
  <div><label for="p">Paiement</label><input id="p" maxlength="4" value="5555">${bare('5555 5555 4444')}</div>
  <div><label>Date d'expiration <input value="11/28"></label> <label>Cryptogramme <input value="999"></label></div>
  <label>Fin <input value="suite"></label>
  <label>Carte de séjour, expiration <input value="10/2027"></label>
  <fieldset><legend>IBAN</legend>${boxes('FR14 2004 1010 0505 0001 3M02 606', 'Partie')}</fieldset>
  <p>Compte bancaire</p><div>${bare('FR14 2004 1010 0505 0001 3M02 607')}</div>
  <fieldset><legend>Numéro de sécurité sociale</legend>
    ${['Sexe 2', 'Année 85', 'Mois 05', 'Département 78', 'Commune 006', 'Ordre 084', 'Clé 91']
      .map((one) => {
        const [label = '', value = ''] = one.split(' ');
        return `<label>${label} <input maxlength="${value.length}" value="${value}"></label>`;
      })
      .join('')}</fieldset>
  <fieldset><legend>Sécu de l'enfant</legend><label>Année <input value="1985"></label><label>Mois <input value="11"></label></fieldset>
  <label>Numéro de sécurité sociale <input value="285057800684"></label>
  <fieldset><legend>NIR du conjoint</legend><label>Numéro <input value="185057800684"></label></fieldset>
  <label>IBAN <input value="FR14 2004 10"></label>
  <label>Votre RIB <input value="2004 1010 0505 0001 3M02 606"></label>
  <label>Téléphone <input value="06 12 34 56"></label>
  <fieldset><legend>Téléphone</legend>${bare('06 12 34 56 78')}</fieldset>
  <label>Adresse mail <input value="nadia.exemple.fr"></label>
  <fieldset><legend>Prévenir par mail ou téléphone</legend><label>Horaire <input value="14h"></label></fieldset>
  <label>Mois d'ancienneté <input value="7"></label>
  <label>Année du diplôme <input value="2004"></label>
  <fieldset><legend>Parcours</legend><label>Mois du départ <input value="8"></label><label>Année du retour <input value="2005"></label></fieldset>
  <div>${date('3', '4', '2020')}</div>
  <div><p>Début du contrat</p><div>${date('5', '6', '2021')}</div></div>
  <fieldset><legend>Congés</legend><p>Premier jour</p>${date('7', '8', '2022')}<p>Dernier jour</p>${date('9', '10', '2023')}</fieldset>
  <fieldset><legend>Date de naissance</legend>${bare('05 03 1985')}</fieldset>
  <label for="n">Nom</label><input id="n" value="Bernard"><input value="sans nom">
  <p>Êtes-vous marié ?</p><label><input type="radio" name="m" checked> Oui</label><label><input type="radio" name="m"> Non</label>
  <p>Avez-vous un bail ?</p><label for="b1">Oui</label><input type="radio" name="b" id="b1"><label for="b2">Non</label><input type="radio" name="b" id="b2" checked>
  <fieldset><legend>Choix sans mots</legend><input type="radio" name="w"><input type="radio" name="w" checked></fieldset>
  <span id="s1">Votre situation</span><button type="button" aria-haspopup="listbox" aria-labelledby="s1 s2" id="s2">Célibataire</button>
  <button type="button" aria-haspopup="listbox">Votre logement : Locataire</button>
  <button type="button" aria-haspopup="listbox" aria-label="Votre langue">Choisir</button>
  <p>Avez-vous une voiture ?</p>${toggles('Oui')}
  <fieldset><legend>Travaillez-vous ?</legend>${toggles('Non')}</fieldset>
  <p>Vos langues</p><ul>${['Français', 'Arabe'].map((one) => `<li><button type="button" aria-pressed="true">${one}</button></li>`).join('')}</ul>
  <div><button type="button" aria-pressed="false">Recevoir du papier</button></div>
  <div role="combobox" aria-label="Pays" aria-expanded="false"><input value="Mali" placeholder="Rechercher"></div>
  <div role="table"><div role="row"><span role="columnheader">Mois</span><span role="columnheader">Salaire</span></div>
    <div role="row"><span role="rowheader">Janvier</span><span role="cell"><input value="401"></span></div></div>
  <div role="grid"><div role="row"><span role="columnheader">Enfant</span><span role="columnheader">Âge</span></div>
    <div role="row"><span role="gridcell">Lina</span><span role="gridcell"><input value="5"></span></div></div>
</form>`;

const SECRET = 'Secret : jamais montré ici';
const EMPTY = 'Laissé vide';

export const CASES_EXPECTED: [question: string, answer: string][] = [
  ['Numéro de carte bancaire', SECRET],
  ['Nom du titulaire', 'N BERNARD'],
  ['Les 3 chiffres au dos', SECRET],
  ['Expiration', SECRET],
  ['Mois', SECRET],
  ['Première partie', SECRET],
  ['Deuxième partie', SECRET],
  ['Identifiant', 'nb-59'],
  ['Espace personnel', SECRET],
  ['Code postal', '59000'],
  ['Numéro', '12'],
  ['Paiement', SECRET],
  ["Date d'expiration", SECRET],
  ['Cryptogramme', SECRET],
  ['Fin', 'suite'],
  ['Carte de séjour, expiration', '10/2027'],
  ['IBAN', 'FR14 •••• 606'],
  ['Compte bancaire', 'FR14 •••• 607'],
  ['Numéro de sécurité sociale', '28 •••• 91'],
  ['Année', '••••'],
  ['Mois', '••••'],
  ['Numéro de sécurité sociale', '28 •••• 84'],
  ['Numéro', '18 •••• 84'],
  ['IBAN', '••••'],
  ['Votre RIB', '2004 •••• 606'],
  ['Téléphone', '06 •••• 56'],
  ['Téléphone', '06 •••• 78'],
  ['Adresse mail', 'n•••'],
  ['Horaire', '14h'],
  ["Mois d'ancienneté", '7'],
  ['Année du diplôme', '2004'],
  ['Mois du départ', '8'],
  ['Année du retour', '2005'],
  ['Jour', '3'],
  ['Mois', '4'],
  ['Année', '2020'],
  ['Début du contrat', '5/6/2021'],
  ['Premier jour', '7/8/2022'],
  ['Dernier jour', '9/10/2023'],
  ['Date de naissance', '05 03 1985'],
  ['Nom', 'Bernard'],
  ['Case sans nom', 'sans nom'],
  ['Êtes-vous marié ?', 'Oui'],
  ['Avez-vous un bail ?', 'Non'],
  ['Choix sans mots', 'X'],
  ['Votre situation', 'Célibataire'],
  ['Votre logement', 'Locataire'],
  ['Votre langue', EMPTY],
  ['Avez-vous une voiture ?', 'Oui'],
  ['Travaillez-vous ?', 'Non'],
  ['Vos langues', 'Français, Arabe'],
  ['Recevoir du papier', 'Case pas cochée'],
  ['Pays', 'Mali'],
  ['Janvier – Salaire', '401'],
  ['Lina – Âge', '5'],
];
