import { actsOn, DOES, type PageKind } from './page-kind.ts';

/** Controls set off by dragging, and fields whose value is changed. */
export const DRAGS: readonly PageKind[] = [
  {
    id: 'slide',
    words: 'handle to slide to the end (pointermove)',
    body: '<div id="control" role="slider" tabindex="0" aria-label="Faire glisser pour tout arrêter" aria-valuenow="0" style="width:60px;height:44px;background:#246;touch-action:none"></div><div id="drop"></div>',
    script: `let down = 0;
${actsOn('pointerdown', 'down = event.clientY; event.target.setPointerCapture(event.pointerId);')}
${actsOn('pointermove', `if (down && event.clientY - down > 40) { down = 0; ${DOES.fetch} }`)}
${actsOn('keydown', `if (event.key === 'End') { ${DOES.fetch} }`)}`,
  },
  {
    id: 'slide-mouse',
    words: 'handle to slide to the end (mousemove on the document)',
    body: '<div id="control" role="slider" tabindex="0" aria-label="Faire glisser pour tout arrêter" aria-valuenow="0" style="width:60px;height:44px;background:#246"></div><div id="drop"></div>',
    script: `let down = 0;
${actsOn('mousedown', 'down = event.clientY;')}
document.addEventListener('mouseup', (event) => { if (down && event.clientY - down > 40) { ${DOES.fetch} } down = 0; });`,
  },
  {
    id: 'range',
    words: 'range field, acts on change',
    body: '<input type="range" id="control" min="0" max="10" value="0" aria-label="Faire glisser pour tout arrêter"><div id="drop"></div>',
    script: actsOn('change', 'record(event, { value: event.target.value });'),
  },
  {
    id: 'range-input',
    words: 'range field, acts on input',
    body: '<input type="range" id="control" min="0" max="10" value="0" aria-label="Faire glisser pour tout arrêter"><div id="drop"></div>',
    script: actsOn('input', `if (!window.__log.length) record(event);`),
  },
  {
    id: 'drop-zone',
    words: 'button dragged onto a place',
    body: '<div id="control" role="button" tabindex="0" draggable="true">Arrêter le courrier papier</div><div id="drop"></div>',
    script: `${actsOn('dragstart', `event.dataTransfer.setData('text/plain', 'x');`)} ${actsOn('dragover', 'event.preventDefault();', '#drop')} ${actsOn('drop', `event.preventDefault(); ${DOES.fetch}`, '#drop')}`,
  },
  {
    id: 'drop-target',
    words: 'place onto which something is dragged',
    body: '<div id="from" draggable="true">Mes courriers</div><div id="control" role="button" tabindex="0" style="height:80px">Arrêter le courrier papier</div>',
    script: `${actsOn('dragstart', `event.dataTransfer.setData('text/plain', 'x');`, '#from')} ${actsOn('dragover', 'event.preventDefault();')} ${actsOn('drop', `event.preventDefault(); ${DOES.fetch}`)}`,
  },
  {
    id: 'release-here',
    words: 'button that acts on pointerup, pressed elsewhere',
    body: '<div id="from"></div><button type="button" id="control">Arrêter le courrier papier</button>',
    script: actsOn('pointerup', DOES.fetch),
    // What was dragged over is selected then: the next drag carries the selection.
    again: false,
  },
];

const NOTE = 'record(event, { value: event.target.value });';
const field = (more: string): string =>
  `<label>Compte où vous êtes payé <input id="control" accesskey="j" ${more}></label><p id="text">4321</p>`;

export const EDITS: readonly PageKind[] = [
  ...(['beforeinput', 'input', 'keydown', 'change'] as const).map(
    (event): PageKind => ({
      id: `field-${event}`,
      words: `filled field, acts on ${event}`,
      body: field('value="FR76 1234"'),
      script: actsOn(event, event === 'keydown' ? `if (event.key.length === 1 && !event.ctrlKey) { ${NOTE} }` : NOTE),
      again: false,
    }),
  ),
  {
    id: 'field-masked',
    words: 'filled field whose page writes what is typed by itself (a mask)',
    body: field('value="FR76 1234"'),
    script: actsOn(
      'keydown',
      `if (event.ctrlKey || !(event.key.length === 1 || event.key === 'Backspace')) return; event.preventDefault(); event.target.value = event.key === 'Backspace' ? 'FR76' : event.target.value + event.key; ${NOTE}`,
    ),
    again: false,
  },
  {
    id: 'field-number',
    words: 'filled number field, acts on input',
    body: field('type="number" value="120"'),
    script: actsOn('input', NOTE),
    again: false,
  },
  {
    id: 'field-number-change',
    words: 'filled number field, acts on change',
    body: field('type="number" value="120"'),
    script: actsOn('change', NOTE),
    again: false,
  },
  {
    id: 'field-late',
    words: 'filled field that appears after load',
    body: '<div id="spot"></div>',
    script: `setTimeout(() => { $('#spot').innerHTML = ${JSON.stringify(field('value="FR76 1234"'))}; ${actsOn('input', NOTE)} }, 300);`,
    again: false,
  },
  {
    id: 'field-shadow',
    words: 'filled field in shadow',
    place: 'shadow',
    body: field('value="FR76 1234"'),
    script: actsOn('input', NOTE),
    again: false,
  },
  {
    id: 'field-frame',
    words: 'filled field in frame',
    place: 'frame',
    body: field('value="FR76 1234"'),
    script: actsOn('input', NOTE),
    again: false,
  },
];
