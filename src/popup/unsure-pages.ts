import { i18n } from '#i18n';
import type { PageState } from '../messages/messages';
import type { Pack, Page, Target } from '../schema';

/** A page of this address that is not recognised, as the worker reads it. */
export interface UnsureInWords {
  id: string;
  name: string;
  /** Which of its landmarks speak against it. */
  why: string;
  /** The ids of the helps that wait for it. */
  waiting: string[];
}

/** @returns the pages that this address may be and that are not recognised, with what is amiss, in French. */
export function unsureInWords({ site, unsure }: PageState, packs: readonly Pack[]): UnsureInWords[] {
  const pack = packs.find((one) => one.site.id === site);
  if (!pack) return [];
  return unsure.flatMap(({ id, misses }) => {
    const page = pack.site.pages.find((one) => one.id === id);
    return page ? { id, name: page.name, why: whyOf(page, misses), waiting: waitingFor(id, pack) } : [];
  });
}

function whyOf({ landmarks = {} }: Page, misses: readonly string[]): string {
  const named = (kind: 'all' | 'none'): string =>
    misses
      .filter((miss) => miss.startsWith(kind))
      .flatMap((miss) => landmarks[kind]?.[Number(miss.split('.')[1])] ?? [])
      .map(landmarkInWords)
      .join(', ');
  const [lacking, unwanted] = [named('all'), named('none')];
  const alternatives = misses.includes('any') ? (landmarks.any ?? []).map(landmarkInWords).join(', ') : '';
  return [
    lacking && i18n.t('landmark.lackAll', [lacking]),
    alternatives && i18n.t('landmark.lackAny', [alternatives]),
    unwanted && i18n.t('landmark.lackNone', [unwanted]),
  ]
    .filter(Boolean)
    .join(' ');
}

function waitingFor(page: string, { guides, warnings, hints }: Pack): string[] {
  const waits = ({ pages }: { pages: readonly string[] }): boolean => pages.includes(page);
  return [
    ...guides.flatMap((guide) => guide.steps.filter(waits).map((step) => `${guide.id}/${step.id}`)),
    ...[...warnings, ...hints].filter(waits).map(({ id }) => id),
  ];
}

const ROLE_WORD = {
  heading: 'heading',
  button: 'button',
  link: 'link',
  textbox: 'textbox',
  searchbox: 'textbox',
  spinbutton: 'textbox',
  combobox: 'textbox',
  checkbox: 'checkbox',
  radio: 'radio',
  radiogroup: 'question',
  group: 'question',
  status: 'status',
  alert: 'status',
} as const satisfies Partial<Record<Role, string>>;

type Role = Exclude<NonNullable<Target['role']>, readonly unknown[]>;

/** @returns a landmark in French: « titre « Mes ressources » ou « Récapitulatif » », « case nir ». */
export function landmarkInWords({ role, name, label, text, nameHolds, also = {} }: Target): string {
  const [first] = [role].flat();
  const what = i18n.t(`landmark.${(first && ROLE_WORD[first as keyof typeof ROLE_WORD]) ?? 'element'}`);
  const words = [name ?? label ?? text ?? nameHolds ?? []].flat(2).map((one) => i18n.t('landmark.quoted', [one]));
  const technical = [also.id, also.css, also.href, also.name, also.type].flat().filter((one) => one !== undefined);
  return i18n.t('landmark.named', [what, (words.length > 0 ? words : technical).join(i18n.t('landmark.or'))]);
}
