import type { Row } from './locate-rows';

const TARGET = { role: 'button', name: 'Continuer' } as const;
const FAR = '<div style="height:3000px">texte</div><button id="b">Continuer</button>';
const SLIDES =
  '<div style="display:flex;width:800px"><div style="width:400px">Un <button>Imprimer</button></div><div style="width:400px">Deux <button id="b">Continuer</button></div></div>';
const SCREEN = '<style>html,body{margin:0;height:100%}</style>';

/** What can be scrolled to is there to be pointed at; what is cut off is not. */
export const SCROLLED: readonly Row[] = [
  [
    'far down in an application that scrolls by itself',
    `${SCREEN}<div style="height:100%;overflow:hidden"><main style="height:100%;overflow:auto">${FAR}</main></div>`,
    TARGET,
    '#b',
  ],
  [
    'far down where the page itself does not scroll, but a part of it',
    `${SCREEN}<style>html,body{overflow:hidden}</style><main style="height:100%;overflow:auto">${FAR}</main>`,
    TARGET,
    '#b',
  ],
  [
    'what scrolls, folded away itself',
    `<div style="height:0;overflow:hidden"><main style="height:100px;overflow:auto">${FAR}</main></div>`,
    TARGET,
    null,
  ],
  [
    'what scrolls, with no height',
    '<div style="max-height:0;overflow:auto"><button>Continuer</button></div>',
    TARGET,
    null,
  ],
  ['the slide beside the one shown', `<div style="width:400px;overflow:hidden">${SLIDES}</div>`, TARGET, null],
  ['the slide that one can scroll to', `<div style="width:400px;overflow:auto">${SLIDES}</div>`, TARGET, '#b'],
  ['cut only sideways, and far down', `<div style="overflow-x:hidden">${FAR}</div>`, TARGET, '#b'],
  [
    'cut for screen readers only',
    '<div style="width:1px;height:1px;overflow:hidden"><button>Continuer</button></div>',
    TARGET,
    null,
  ],
  [
    'standing outside the folded panel that holds it',
    '<div style="height:0;overflow:hidden"><button id="b" style="position:fixed;bottom:0;left:0">Continuer</button></div>',
    TARGET,
    '#b',
  ],
  [
    'in the folded panel of a component, through its slot',
    '<x-pli><template shadowrootmode="open"><div style="height:0;overflow:hidden"><slot></slot></div></template><button>Continuer</button></x-pli>',
    TARGET,
    null,
  ],
  [
    'in a component that stands in a folded panel',
    '<div style="height:0;overflow:hidden"><x-bouton><template shadowrootmode="open"><button>Continuer</button></template></x-bouton></div>',
    TARGET,
    null,
  ],
];
