const EMPTY = 'Laissé vide';
const SECRET = 'Secret : jamais montré ici';
const TICKED = 'Case cochée';
const NOT_TICKED = 'Case pas cochée';
/** How a page hides a native control behind what it draws itself. */
const UNSEEN = 'style="position:absolute;opacity:0;width:1px;height:1px"';

interface Style {
  html: string;
  expected: [question: string, answer: string][];
}

/** Forms in the styles of other tools than ours, as they draw them: each field once, under its own question, in the order of the page. */
export const STYLES: Record<string, Style> = {
  'Angular Material': {
    html: `<form>
      <mat-form-field><div><input id="mat-input-0" aria-describedby="mat-hint-0" value="Diallo" placeholder="ex. Martin"><label class="mdc-floating-label" for="mat-input-0" id="l0"><mat-label>Nom de famille</mat-label><span aria-hidden="true" class="mat-mdc-form-field-required-marker"> *</span></label></div><div class="mat-mdc-form-field-hint-wrapper"><mat-hint id="mat-hint-0">En capitales</mat-hint></div></mat-form-field>
      <mat-form-field><div><label id="l1"><mat-label>Situation familiale</mat-label></label><mat-select role="combobox" tabindex="0" aria-haspopup="listbox" aria-expanded="false" aria-labelledby="l1 mat-select-value-1"><div id="mat-select-value-1"><span><span>Célibataire</span></span></div><div><svg width="8" height="8"></svg></div></mat-select></div></mat-form-field>
      <mat-form-field><div><label id="l2"><mat-label>Nationalité</mat-label></label><mat-select role="combobox" tabindex="0" aria-haspopup="listbox" aria-expanded="false" aria-labelledby="l2 mat-select-value-2"><div id="mat-select-value-2"><span class="mat-mdc-select-placeholder">Sélectionner</span></div></mat-select></div></mat-form-field>
      <label id="g1">Mode de paiement</label><mat-radio-group role="radiogroup" aria-labelledby="g1">
        <mat-radio-button><div style="position:relative"><input type="radio" id="r1" name="mat-radio-group-0" checked ${UNSEEN}><label for="r1">Virement</label></div></mat-radio-button>
        <mat-radio-button><div style="position:relative"><input type="radio" id="r2" name="mat-radio-group-0" ${UNSEEN}><label for="r2">Chèque</label></div></mat-radio-button></mat-radio-group>
      <mat-slide-toggle><div><button role="switch" type="button" id="t1" aria-checked="true" aria-labelledby="t1l" style="width:40px;height:20px"></button><label for="t1" id="t1l">Être prévenu par mail</label></div></mat-slide-toggle>
      <mat-form-field><label for="d1"><mat-label>Date d'entrée</mat-label></label><input id="d1" value="02/11/2026"><mat-datepicker-toggle><button type="button" aria-haspopup="dialog" aria-label="Ouvrir le calendrier">▾</button></mat-datepicker-toggle></mat-form-field>
      <mat-button-toggle-group role="radiogroup" aria-label="Rythme"><mat-button-toggle role="presentation"><button type="button" role="radio" aria-checked="false">Par mois</button></mat-button-toggle><mat-button-toggle role="presentation"><button type="button" role="radio" aria-checked="true">Par an</button></mat-button-toggle></mat-button-toggle-group>
    </form>`,
    expected: [
      ['Nom de famille', 'Diallo'],
      ['Situation familiale', 'Célibataire'],
      ['Nationalité', EMPTY],
      ['Mode de paiement', 'Virement'],
      ['Être prévenu par mail', TICKED],
      ["Date d'entrée", '02/11/2026'],
      ['Rythme', 'Par an'],
    ],
  },
  'react-select, one and several': {
    html: `<form>
      <label for="rs1">Ville</label><div class="css-b62m3t-container"><span class="css-7pg0cj-a11yText"></span><div class="css-13cymwt-control"><div class="css-hlgwow"><div class="css-1dimb5e-singleValue">Lille</div><div class="css-19bb58m" data-value=""><input id="rs1" role="combobox" aria-autocomplete="list" aria-expanded="false" aria-haspopup="true" value="" style="opacity:1;width:40px"></div></div><div class="css-1wy0on6"><div aria-hidden="true"><svg width="20" height="20"></svg></div></div></div></div>
      <label for="rs2">Langues parlées</label><div class="css-b62m3t-container"><div class="css-13cymwt-control"><div class="css-1dyz3mf"><div class="css-1p3m7a8-multiValue"><div class="css-9jq23d">Français</div><div role="button" aria-label="Remove Français"><svg width="14" height="14"></svg></div></div><div class="css-1p3m7a8-multiValue"><div class="css-9jq23d">Soninké</div><div role="button" aria-label="Remove Soninké"><svg width="14" height="14"></svg></div></div><div class="css-19bb58m"><input id="rs2" role="combobox" aria-autocomplete="list" aria-expanded="false" value="" style="width:40px"></div></div></div></div>
      <label for="rs3">Pays</label><div class="css-b62m3t-container"><div class="css-13cymwt-control"><div class="css-hlgwow"><div class="css-1jqq78o-placeholder" id="rs3-placeholder">Sélectionnez…</div><div class="css-19bb58m"><input id="rs3" role="combobox" aria-describedby="rs3-placeholder" aria-expanded="false" value="" style="width:40px"></div></div></div></div>
      <label for="rs4">Département</label><div class="css-b62m3t-container"><div class="css-13cymwt-control"><div class="css-hlgwow"><div class="css-1jqq78o-placeholder" id="rs4-placeholder">Nord, Somme…</div><div class="css-19bb58m"><input id="rs4" role="combobox" aria-describedby="rs4-placeholder" aria-expanded="false" value="" style="width:40px"></div></div></div></div>
    </form>`,
    expected: [
      ['Ville', 'Lille'],
      ['Langues parlées', 'Français, Soninké'],
      ['Pays', EMPTY],
      ['Département', EMPTY],
    ],
  },
  'chips before the box where one types': {
    html: `<form>
      <div class="MuiAutocomplete-root"><div class="MuiFormControl-root"><label for="mui1">Vos diplômes</label><div class="MuiInputBase-root"><div class="MuiChip-root" role="button" tabindex="-1"><span class="MuiChip-label">CAP cuisine</span><svg width="10" height="10"></svg></div><div class="MuiChip-root" role="button" tabindex="-1"><span class="MuiChip-label">Permis B</span><svg width="10" height="10"></svg></div><input id="mui1" role="combobox" aria-autocomplete="list" aria-expanded="false" value=""><div class="MuiAutocomplete-endAdornment"><button type="button" aria-label="Clear" title="Clear">×</button></div></div></div></div>
      <div><span class="item">Tapez 3 lettres</span><input role="combobox" aria-label="Votre commune" aria-expanded="false" value=""></div>
      <label for="mui2">Votre métier</label><div class="MuiInputBase-root"><input id="mui2" role="combobox" aria-expanded="false" value="Plongeur"><button type="button" aria-label="Open">▾</button></div>
    </form>`,
    expected: [
      ['Vos diplômes', 'CAP cuisine, Permis B'],
      ['Votre commune', EMPTY],
      ['Votre métier', 'Plongeur'],
    ],
  },
  'Select2 over a native list': {
    html: `<form><label for="s2">Commune</label>
      <select id="s2" class="select2-hidden-accessible" aria-hidden="true" tabindex="-1" style="border:0;clip:rect(0 0 0 0);clip-path:inset(50%);height:1px;overflow:hidden;padding:0;position:absolute;width:1px"><option value="">Choisir</option><option value="1" selected>Roubaix</option></select>
      <span class="select2 select2-container"><span class="selection"><span class="select2-selection" role="combobox" aria-haspopup="true" aria-expanded="false" tabindex="0" aria-labelledby="select2-s2-container"><span id="select2-s2-container" role="textbox" aria-readonly="true" title="Roubaix">Roubaix</span></span></span></span>
      <label for="apres">Rue</label><input id="apres" value="rue de l'Essai"></form>`,
    expected: [
      ['Commune', 'Roubaix'],
      ['Rue', "rue de l'Essai"],
    ],
  },
  'labels that are tied to nothing (Element UI, old Vuetify)': {
    html: `<form>
      <div class="el-form-item"><label class="el-form-item__label">Nom de l'employeur</label><div class="el-form-item__content"><div class="el-input"><input value="Cantine"></div></div></div>
      <div class="el-form-item"><label class="el-form-item__label">Nombre d'heures</label><div class="el-form-item__content"><div class="el-input"><input value="12"><span>heures</span></div></div></div>
      <div class="champ"><div class="titre">Montant net social</div><div class="saisie"><span><input value="117,90"></span> €</div></div>
      <div class="champ"><div class="titre">Commentaire</div><div class="saisie"><textarea></textarea></div></div>
    </form>`,
    expected: [
      ["Nom de l'employeur", 'Cantine'],
      ["Nombre d'heures", '12'],
      ['Montant net social', '117,90'],
      ['Commentaire', EMPTY],
    ],
  },
  'words that follow their box, without a label': {
    html: `<form><p>Vous touchez :</p>
      <p><input type="checkbox" name="a" checked> un salaire <input type="checkbox" name="b"> une pension <input type="checkbox" name="c" checked> le chômage</p>
      <p>Vous vivez seul ? <input type="radio" name="seul"> Oui <input type="radio" name="seul" checked> Non</p>
      <p>Votre logement :<br><input type="radio" name="log" checked> locataire<br><input type="radio" name="log"> propriétaire</p>
      <p><input type="checkbox" name="d"> J'ai lu <a href="#c">les conditions</a> du site</p>
      <p>Avez-vous un bail ? Oui <input type="radio" name="bail"> Non <input type="radio" name="bail" checked></p>
      <h2>Vos papiers</h2><div><div><input value="sans question"></div></div>
    </form>`,
    expected: [
      ['un salaire', TICKED],
      ['une pension', NOT_TICKED],
      ['le chômage', TICKED],
      ['Vous vivez seul ?', 'Non'],
      ['Votre logement', 'locataire'],
      ["J'ai lu les conditions du site", NOT_TICKED],
      ['Avez-vous un bail ? Oui', 'Non'],
      ['Case sans nom', 'sans question'],
    ],
  },
  'labels in other cells of a table': {
    html: `<form><table>
      <tr><td>Nom</td><td><input value="Traoré"></td><td>Prénom</td><td><input value="Awa"></td></tr>
      <tr><td><label for="tc">Commune</label></td><td colspan="3"><input id="tc" value="Lens"></td></tr></table>
      <table><tr><td>Jour</td><td>Heures</td></tr><tr><td><input value="lundi"></td><td><input value="4"></td></tr><tr><td><input value="mardi"></td><td><input value="3"></td></tr></table>
      <table><tr><th></th><th>Oui</th><th>Non</th></tr><tr><th>Avez-vous déménagé ?</th><td><input type="radio" name="x1"></td><td><input type="radio" name="x1" checked></td></tr><tr><th>Avez-vous travaillé ?</th><td><input type="radio" name="x2" checked></td><td><input type="radio" name="x2"></td></tr></table></form>`,
    expected: [
      ['Nom', 'Traoré'],
      ['Prénom', 'Awa'],
      ['Commune', 'Lens'],
      ['Jour', 'lundi'],
      ['Heures', '4'],
      ['Jour', 'mardi'],
      ['Heures', '3'],
      ['Avez-vous déménagé ?', 'Non'],
      ['Avez-vous travaillé ?', 'Oui'],
    ],
  },
  'old pages: lists of terms, line breaks, bold words': {
    html: `<form><dl><dt>Nom</dt><dd><input value="Petit"></dd><dt>Prénom</dt><dd><input value="Lou"></dd></dl>
      <p><b>Rue :</b> <input value="rue du Test"> <b>Ville :</b> <input value="Lens"></p>
      <p>Pays<br><input value="France"></p>
      <label>Période du <input value="01/11/2026"> au <input value="30/11/2026"></label>
      <p>Loyer <input value="450"> € par mois, charges <input value="40"> €</p></form>`,
    expected: [
      ['Nom', 'Petit'],
      ['Prénom', 'Lou'],
      ['Rue', 'rue du Test'],
      ['Ville', 'Lens'],
      ['Pays', 'France'],
      ['Période du au', '01/11/2026'],
      ['au', '30/11/2026'],
      ['Loyer', '450'],
      ['€ par mois, charges', '40'],
    ],
  },
  'named by two elements, by a placeholder, by nothing else': {
    html: `<form><h2 id="h">Conjoint</h2><span id="a">Nom</span><input aria-labelledby="a h" value="Ba">
      <input placeholder="Votre numéro d'allocataire" value="0000456">
      <input placeholder="Votre téléphone" value="06 39 98 00 01">
      <input title="Code postal" value="59000">
      <div contenteditable="true" aria-label="Votre message">Bonjour, voici ma question.</div>
      <div contenteditable="true" data-placeholder="Écrivez ici" style="min-height:20px"></div>
      <fieldset><legend>Date de naissance</legend><span id="dn" hidden>Date de naissance</span><span id="j">Jour</span><input aria-labelledby="dn j" maxlength="2" value="05"><span id="m">Mois</span><input aria-labelledby="dn m" maxlength="2" value="03"><span id="y">Année</span><input aria-labelledby="dn y" maxlength="4" value="1985"></fieldset></form>`,
    expected: [
      ['Nom Conjoint', 'Ba'],
      ["Votre numéro d'allocataire", '0000456'],
      ['Votre téléphone', '06 •••• 01'],
      ['Code postal', '59000'],
      ['Votre message', 'Bonjour, voici ma question.'],
      ['Case sans nom', EMPTY],
      ['Date de naissance', '05/03/1985'],
    ],
  },
  'date in three boxes, each way': {
    html: `<form>
      <div><span>Date de votre arrêt</span><div><input placeholder="JJ" maxlength="2" value="09">/<input placeholder="MM" maxlength="2" value="11">/<input placeholder="AAAA" maxlength="4" value="2026"></div></div>
      <fieldset><legend>Début du bail</legend><select aria-label="Jour"><option selected>2</option></select><select aria-label="Mois"><option selected>novembre</option></select><select aria-label="Année"><option>Année</option></select></fieldset>
      <label for="dd">Fin du bail</label><input id="dd" type="date" value="2027-01-31">
      <label for="hh">Rendez-vous</label><input id="hh" type="datetime-local" value="2026-12-03T09:00"></form>`,
    expected: [
      ['Date de votre arrêt', '09/11/2026'],
      ['Début du bail', '2/novembre/…'],
      ['Fin du bail', '31/01/2027'],
      ['Rendez-vous', '03/12/2026 09:00'],
    ],
  },
  'repeated rows and nested groups': {
    html: `<form>
      <fieldset><legend>Votre famille</legend>
        ${[
          ['Lina', '2019', 'Oui'],
          ['Sami', '2021', 'Non'],
        ]
          .map(
            ([name, year, school], at) => `<fieldset><legend>Enfant ${at + 1}</legend>
          <label>Prénom <input value="${name}"></label><label>Année de naissance <input value="${year}"></label>
          <fieldset><legend>Va-t-il à l'école ?</legend><label><input type="radio" name="e${at}" ${school === 'Oui' ? 'checked' : ''}> Oui</label><label><input type="radio" name="e${at}" ${school === 'Non' ? 'checked' : ''}> Non</label></fieldset>
          <button type="button">Supprimer</button></fieldset>`,
          )
          .join('')}
      </fieldset>
      <div role="list">${[450, 40].map((sum, at) => `<div role="listitem"><label for="n${at}">Nature</label><select id="n${at}"><option>${at ? 'charges' : 'loyer'}</option></select><label for="s${at}">Somme</label><input id="s${at}" value="${sum}"></div>`).join('')}</div></form>`,
    expected: [
      ['Prénom', 'Lina'],
      ['Année de naissance', '2019'],
      ["Va-t-il à l'école ?", 'Oui'],
      ['Prénom', 'Sami'],
      ['Année de naissance', '2021'],
      ["Va-t-il à l'école ?", 'Non'],
      ['Nature', 'loyer'],
      ['Somme', '450'],
      ['Nature', 'charges'],
      ['Somme', '40'],
    ],
  },
  'buttons for choices, switches, sliders, files': {
    html: `<form>
      <fieldset><legend>Êtes-vous étudiant ?</legend><div class="btn-group"><input type="radio" class="btn-check" name="et" id="et1" style="position:absolute;clip:rect(0,0,0,0);pointer-events:none"><label class="btn" for="et1">Oui</label><input type="radio" class="btn-check" name="et" id="et2" checked style="position:absolute;clip:rect(0,0,0,0);pointer-events:none"><label class="btn" for="et2">Non</label></div></fieldset>
      <div class="champ"><p id="tq">Recevoir les lettres en papier</p><label class="switch"><input type="checkbox" role="switch" aria-labelledby="tq" checked ${UNSEEN}><span class="slider" style="display:inline-block;width:40px;height:20px"></span></label></div>
      <label for="ra">Nombre d'heures par semaine</label><input type="range" id="ra" min="0" max="35" value="21"><output>21</output>
      <label for="nb">Enfants à charge</label><input type="number" id="nb" value="2">
      <label for="fi">Votre bail</label><input type="file" id="fi">
      <div class="dropzone"><label for="fz" class="btn">Choisir un fichier</label><input type="file" id="fz" ${UNSEEN}></div>
      <label for="co">Couleur</label><input type="color" id="co" value="#ff0000"></form>`,
    expected: [
      ['Êtes-vous étudiant ?', 'Non'],
      ['Recevoir les lettres en papier', TICKED],
      ["Nombre d'heures par semaine", '21'],
      ['Enfants à charge', '2'],
      ['Votre bail', EMPTY],
      ['Choisir un fichier', EMPTY],
      ['Couleur', '#ff0000'],
    ],
  },
  'components with shadow roots and slots': {
    html: `<form><x-champ>Nom de naissance</x-champ><x-titre><label slot="label" for="sl">Nom d'usage</label><input id="sl" value="Kane"></x-titre><md-texte label="Profession" value="Maçon"></md-texte><x-ouinon></x-ouinon></form>
      <script>
        customElements.define('x-champ', class extends HTMLElement { constructor() { super(); this.attachShadow({ mode: 'open' }).innerHTML = '<label part="label" for="control"><slot></slot></label><div part="root"><slot name="start"></slot><input id="control" value="Sow"></div>'; } });
        customElements.define('x-titre', class extends HTMLElement { constructor() { super(); this.attachShadow({ mode: 'open' }).innerHTML = '<div><slot name="label"></slot></div><div><slot></slot></div>'; } });
        customElements.define('md-texte', class extends HTMLElement { connectedCallback() { this.attachShadow({ mode: 'open' }).innerHTML = '<span class="label" aria-hidden="true">' + this.getAttribute('label') + '</span><input aria-label="' + this.getAttribute('label') + '" value="' + this.getAttribute('value') + '">'; } });
        customElements.define('x-ouinon', class extends HTMLElement { connectedCallback() { this.attachShadow({ mode: 'open' }).innerHTML = '<fieldset><legend>Êtes-vous en couple ?</legend><x-rond mot="Oui"></x-rond><x-rond mot="Non" coche></x-rond></fieldset>'; } });
        customElements.define('x-rond', class extends HTMLElement { connectedCallback() { this.attachShadow({ mode: 'open' }).innerHTML = '<label><input type="radio" name="couple" ' + (this.hasAttribute('coche') ? 'checked' : '') + '> ' + this.getAttribute('mot') + '</label>'; } });
      </script>`,
    expected: [
      ['Nom de naissance', 'Sow'],
      ["Nom d'usage", 'Kane'],
      ['Profession', 'Maçon'],
      ['Êtes-vous en couple ?', 'Non'],
    ],
  },
  'frames inside frames of the same site': {
    html: `<label for="f0">Avant</label><input id="f0" value="un"><iframe width="500" height="300" srcdoc="<label for='f1'>Nom du bailleur</label><input id='f1' value='Habitat'><iframe width='400' height='150' srcdoc=&quot;<label for='f2'>Compte du bailleur</label><input id='f2' value='FR00 1111 2222 3333 4444 5555 666'>&quot;></iframe><label for='f3'>Ville du bailleur</label><input id='f3' value='Lens'>"></iframe><label for="f4">Après</label><input id="f4" value="deux">`,
    expected: [
      ['Avant', 'un'],
      ['Nom du bailleur', 'Habitat'],
      ['Compte du bailleur', 'FR00 •••• 666'],
      ['Ville du bailleur', 'Lens'],
      ['Après', 'deux'],
    ],
  },
  'what cannot be changed, and traps that nobody sees': {
    html: `<form><label for="ro">Numéro de dossier</label><input id="ro" readonly value="D-12">
      <label for="di">Régime</label><input id="di" disabled value="général">
      <div style="position:absolute;left:-5000px"><label for="h1">Site web</label><input id="h1" value="piege-1" tabindex="-1"></div>
      <div aria-hidden="true" style="height:0;overflow:hidden"><label for="h2">Fax</label><input id="h2" value="piege-2"></div>
      <div style="opacity:0;position:absolute;pointer-events:none"><label for="h3">Adresse 2</label><input id="h3" value="piege-3"></div>
      <div style="display:none"><label for="h4">Surnom</label><input id="h4" value="piege-4"></div>
      <div style="visibility:hidden"><label for="h5">Titre</label><input id="h5" value="piege-5"></div>
      <div style="transform:scale(0)"><label for="h6">Objet</label><input id="h6" value="piege-6"></div>
      <label for="de">Dernière question</label><input id="de" value="fin"></form>`,
    expected: [
      ['Numéro de dossier', 'D-12'],
      ['Régime', 'général'],
      ['Dernière question', 'fin'],
    ],
  },
  'secrets and private numbers where the page does not say so plainly': {
    html: `<form><label for="p1">Votre code confidentiel</label><input id="p1" value="mdp-1">
      <label for="p2">Mot de passe actuel</label><input id="p2" type="text" value="mdp-2">
      <input placeholder="Mot de passe" value="mdp-3">
      <label for="p4">Code de sécurité</label><input id="p4" value="739">
      <label for="p5">N° de carte</label><input id="p5" value="4970 1012 3456 7890">
      <div><span>Saisissez le code à 6 chiffres</span><div>${'739201'
        .split('')
        .map((one) => `<input maxlength="1" inputmode="numeric" value="${one}">`)
        .join('')}</div></div>
      <label for="p6">Identifiant CAF</label><input id="p6" value="2 85 05 78 006 084 91">
      <label for="p7">Coordonnées bancaires</label><input id="p7" value="FR1420041010050500013M02606">
      <label for="p8">Vous joindre</label><input id="p8" value="+33 6 39 98 00 01">
      <label for="p9">Autre contact</label><input id="p9" value="awa@exemple.fr">
      <label for="p10">PIN</label><input id="p10" value="0911">
      <label for="p11">Question secrète</label><select id="p11"><option>Nom de votre chat</option></select><label for="p12">Réponse</label><input id="p12" value="mdp-12"></form>`,
    expected: [
      ['Votre code confidentiel', SECRET],
      ['Mot de passe actuel', SECRET],
      ['Mot de passe', SECRET],
      ['Code de sécurité', SECRET],
      ['N° de carte', SECRET],
      ['Saisissez le code à 6 chiffres', SECRET],
      ['Identifiant CAF', '28 •••• 91'],
      ['Coordonnées bancaires', 'FR14 •••• 606'],
      ['Vous joindre', '+3 •••• 01'],
      ['Autre contact', 'a•••@exemple.fr'],
      ['PIN', SECRET],
      ['Question secrète', 'Nom de votre chat'],
      ['Réponse', SECRET],
    ],
  },
};
