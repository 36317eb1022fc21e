import { actsOn, type PageKind, type Place } from './page-kind.ts';

const NOTE = `record(event, { submitter: event.submitter?.value, data: dataOf($('#form'), event.submitter) });`;
const SENT = actsOn('submit', `event.preventDefault(); ${NOTE} send('answer');`, '#form');
const button = (words: string): string =>
  `<label>Nom <input id="field" name="nom" value="Durand"></label><button id="control" name="choix" value="envoi" accesskey="j">${words}</button>`;
const form = (asked: string, words: string): string => `<form id="form">${asked}${button(words)}</form>`;

const LIST = `<label>Cherchez-vous un emploi ? <select id="answer" name="cherche"><option value="oui">Oui je cherche</option><option value="non" selected>Non je ne cherche plus</option></select></label>`;
const CIRCLES = `<label class="choice"><input type="radio" name="cherche" value="oui"> Oui je cherche</label><label class="choice"><input type="radio" name="cherche" value="non" checked> Non je ne cherche plus</label>`;
const TOGGLES = `<button type="button" aria-pressed="false">Oui je cherche</button><button type="button" aria-pressed="true">Non je ne cherche plus</button>`;
const BOX = `<label class="choice"><input type="checkbox" name="renonce" checked> Je renonce au papier</label>`;
const DRAWN = `<div role="checkbox" tabindex="0" aria-checked="true">Je renonce au papier</div>`;
const REASON = `<label>Motif du départ <input name="motif" value="Voyage"></label>`;
const PLACES: readonly Exclude<Place, 'document'>[] = ['shadow', 'frame', 'dialog'];

/** Choices that are held only because something else on the page is chosen, ticked or filled. */
export const CONDITIONS: readonly PageKind[] = [
  {
    id: 'condition-list',
    words: 'held because “Non” is chosen in a list',
    body: form(LIST, 'Envoyer ma réponse'),
    script: SENT,
  },
  {
    id: 'condition-toggle',
    words: 'held because the button “Non” is pressed',
    body: form(TOGGLES, 'Envoyer ma réponse'),
    script: SENT,
  },
  { id: 'condition-box', words: 'held because a box is ticked', body: form(BOX, 'Envoyer ma demande'), script: SENT },
  {
    id: 'condition-drawn',
    words: 'held because a drawn box is ticked',
    body: form(DRAWN, 'Envoyer ma demande'),
    script: SENT,
  },
  {
    id: 'condition-filled',
    words: 'held because a field is filled',
    body: form(REASON, 'Envoyer mon motif'),
    script: SENT,
  },
  {
    id: 'condition-press',
    words: 'button acting on pointerdown, held because “Non” is chosen',
    body: `${CIRCLES}<button type="button" id="control" accesskey="j">Envoyer ma réponse</button>`,
    script: actsOn('pointerdown', `record(event); send('answer');`),
  },
  ...PLACES.map(
    (place): PageKind => ({
      id: `condition-${place}`,
      words: `held because “Non” is chosen, in ${place}`,
      place,
      body: form(CIRCLES, 'Envoyer ma réponse'),
      script: SENT,
    }),
  ),
];
