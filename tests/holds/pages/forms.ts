import { actsOn, DOES, type PageKind } from './page-kind.ts';

const FIELDS = `<label>Nom <input id="field" name="nom" value="Durand"></label>
<label>Ville <input id="other" name="ville" type="search" value="Lyon"></label>
<label class="choice"><input type="checkbox" id="box" name="lu" checked> J'ai lu</label>`;
const SUBMIT = '<button id="control" name="choix" value="arret" accesskey="j">Arrêter le courrier papier</button>';
const form = (inner: string, more = 'method="post" action="sent"'): string => `<form id="form" ${more}>${inner}</form>`;
/** What the page does when its form is sent: it notes who sent it and with what. */
const NOTE = `record(event, { submitter: event.submitter?.value, data: dataOf($('#form'), event.submitter) });`;

/** Forms, and everything by which a page or the browser sends them. */
export const FORMS: readonly PageKind[] = [
  { id: 'form-native', words: 'form, sent by the browser', body: form(FIELDS + SUBMIT), script: '' },
  {
    id: 'form-submit-fetch',
    words: 'form, submit → fetch',
    body: form(FIELDS + SUBMIT),
    script: actsOn('submit', `event.preventDefault(); ${NOTE} send('submit');`, '#form'),
  },
  {
    id: 'form-submit-native',
    words: 'form, submit noted, then sent by the browser',
    body: form(FIELDS + SUBMIT),
    script: actsOn('submit', NOTE, '#form'),
  },
  {
    id: 'form-call-submit',
    words: 'button, click → form.submit()',
    body: form(`${FIELDS}<button type="button" id="control" accesskey="j">Arrêter le courrier papier</button>`),
    script: actsOn('click', `record(event); $('#form').submit();`),
  },
  {
    id: 'form-call-request-submit',
    words: 'button, click → requestSubmit()',
    body: form(`${FIELDS}<button type="button" id="control" accesskey="j">Arrêter le courrier papier</button>`),
    script: `${actsOn('click', `record(event); $('#form').requestSubmit();`)} ${actsOn('submit', NOTE, '#form')}`,
  },
  {
    id: 'form-checked-first',
    words: 'submit → a check takes a while, then requestSubmit(submitter)',
    body: form(FIELDS + SUBMIT),
    script: `let checked = false;
${actsOn('submit', `if (checked) { ${NOTE} return; } event.preventDefault(); const { submitter } = event; setTimeout(() => { checked = true; $('#form').requestSubmit(submitter); }, 200);`, '#form')}`,
  },
  {
    id: 'form-then-submit',
    words: 'submit stopped, then form.submit()',
    body: form(FIELDS + SUBMIT),
    script: actsOn('submit', `event.preventDefault(); ${NOTE} setTimeout(() => $('#form').submit(), 60);`, '#form'),
  },
  {
    id: 'form-outside',
    words: 'button outside its form (form=)',
    body: `${form(FIELDS)}<button form="form" id="control" name="choix" value="dehors" accesskey="j">Arrêter le courrier papier</button>`,
    script: actsOn('submit', NOTE, '#form'),
  },
  {
    id: 'form-other-action',
    words: 'button with its own address (formaction)',
    body: form(
      `${FIELDS}<button id="control" name="choix" value="autre" formaction="elsewhere" formmethod="get" accesskey="j">Arrêter le courrier papier</button>`,
    ),
    script: '',
  },
  {
    id: 'form-input',
    words: 'input type=submit',
    body: form(
      `${FIELDS}<input type="submit" id="control" name="choix" value="Arrêter le courrier papier" accesskey="j">`,
    ),
    script: '',
  },
  {
    id: 'form-image',
    words: 'input type=image',
    body: form(
      `${FIELDS}<input type="image" id="control" alt="Arrêter le courrier papier" accesskey="j" width="200" height="40" src="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='200' height='40'><rect width='200' height='40' fill='teal'/></svg>">`,
    ),
    script: actsOn('submit', `event.preventDefault(); record(event); send('image');`, '#form'),
  },
  {
    id: 'form-none-enter',
    words: 'no form: the page acts on Enter in a field',
    body: `<section>${FIELDS}<button type="button" id="control" accesskey="j">Arrêter le courrier papier</button></section>`,
    script: `${actsOn('click', DOES.fetch)} ${actsOn('keydown', `if (event.key === 'Enter') { ${DOES.fetch} }`, '#field')} ${actsOn('keyup', `if (event.key === 'Enter') { ${DOES.fetch} }`, '#other')}`,
  },
  {
    id: 'form-condition',
    words: 'form held only because “Non” is chosen',
    body: form(
      `${FIELDS}<label class="choice"><input type="radio" name="cherche" value="oui"> Oui je cherche</label><label class="choice"><input type="radio" name="cherche" value="non" checked> Non je ne cherche plus</label><button id="control" name="choix" value="envoi" accesskey="j">Envoyer ma réponse</button>`,
    ),
    script: actsOn('submit', `event.preventDefault(); ${NOTE} send('answer');`, '#form'),
  },
  {
    id: 'form-formdata',
    words: 'form, acts on formdata',
    body: form(FIELDS + SUBMIT),
    script: actsOn('formdata', `record(event); event.formData.set('jeton', '42');`, '#form'),
  },
];
