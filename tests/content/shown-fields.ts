/** How a field of an overlay is shown. */
export interface Shown {
  /** `bubble`: in a bubble or a warning over the site (12 words a sentence); `page`: elsewhere (15). */
  place: 'bubble' | 'page';
  /** Name of the box it is read in. */
  box: string;
  /** How many steps of the path tell one box from another of the same name (`steps.2.do` → 2). */
  boxDepth?: number;
  /**
   * `ours`: our sentences, quoted labels apart · `speech`: a sentence to say, quotation marks do not make it a label
   * · `name`: a name or a label: only its signs are checked.
   */
  says: 'ours' | 'speech' | 'name';
}

const bubble = (box: string, boxDepth?: number): Shown => ({
  place: 'bubble',
  box,
  says: 'ours',
  ...(boxDepth === undefined ? {} : { boxDepth }),
});
const page = (box: string, boxDepth?: number): Shown => ({ ...bubble(box, boxDepth), place: 'page' });
const name = (box: string): Shown => ({ ...page(box), says: 'name' });

export const GUIDE: Readonly<Record<string, Shown>> = {
  title: page('intro'),
  summary: page('intro'),
  'prepare.*': page('intro'),
  'errands.*': page('errands'),
  'steps.*.do': bubble('step', 2),
  'steps.*.why': bubble('step', 2),
  'steps.*.next': bubble('step', 2),
  'steps.*.where': bubble('step', 2),
  'steps.*.choices.*.label': bubble('choices', 2),
  'steps.*.trouble.*.when': bubble('trouble', 4),
  'steps.*.trouble.*.do': bubble('trouble', 4),
  'end.keep': page('end'),
  'end.next': page('end'),
  'end.ifWrong': page('end'),
};

export const WARNING: Readonly<Record<string, Shown>> = {
  title: bubble('warning'),
  consequence: bubble('warning'),
  'undo.how': bubble('warning'),
  'safer.label': bubble('warning'),
  'safer.advice': bubble('warning'),
  goOn: bubble('warning'),
};

export const HINT: Readonly<Record<string, Shown>> = {
  title: bubble('hint'),
  write: bubble('hint'),
  where: bubble('hint'),
  not: bubble('hint'),
  example: { ...bubble('hint'), says: 'name' },
  'checks.*.message': bubble('check', 2),
};

export const TERM: Readonly<Record<string, Shown>> = {
  plain: page('term'),
  example: page('term'),
  'notToConfuse.because': page('term'),
  term: name('word'),
  'notToConfuse.with': name('word'),
};

export const HELPER: Readonly<Record<string, Shown>> = {
  name: name('name'),
  phone: name('name'),
  hours: page('helper'),
  cost: page('helper'),
  what: page('helper'),
  say: { ...page('helper'), says: 'speech' },
};

export const PERSON: Readonly<Record<string, Shown>> = {
  situation: page('story'),
  story: page('story'),
  'exercises.*.goal': page('goal', 2),
  'exercises.*.checks.*.where': page('where', 4),
  'exercises.*.checks.*.mistakes.*.explain': page('mistake', 6),
  'exercises.*.checks.*.mistakes.*.consequence': page('mistake', 6),
  'exercises.*.checks.*.mistakes.*.fix': page('mistake', 6),
  'exercises.*.checks.*.otherwise.explain': page('otherwise', 4),
  'exercises.*.checks.*.otherwise.consequence': page('otherwise', 4),
  'exercises.*.checks.*.otherwise.fix': page('otherwise', 4),
};

const HOW_TO_LEAVE = { name: name('name'), howToLeave: page('leave') };
export const SITE: Readonly<Record<string, Shown>> = { ...HOW_TO_LEAVE, 'pages.*.name': name('name') };
export const SERVICE: Readonly<Record<string, Shown>> = HOW_TO_LEAVE;
