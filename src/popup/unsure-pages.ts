import { i18n } from '#i18n';
import { fitsAddress } from '../page/address';
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

/**
 * @param sees tells which of these landmarks are on the page now
 * @returns the pages that this address may be and that are not recognised, with what is amiss, in French
 */
export async function unsureInWords(
  pack: Pack,
  url: URL,
  sees: (targets: readonly Target[]) => Promise<readonly boolean[]>,
): Promise<UnsureInWords[]> {
  const pages = pack.site.pages.filter(({ addresses }) => addresses.some((address) => fitsAddress(address, url)));
  const landmarks = pages.flatMap(({ landmarks: { all = [], any = [], none = [] } = {} }) => [...all, ...any, ...none]);
  const seen = await sees(landmarks);
  const isThere = (target: Target): boolean => seen[landmarks.indexOf(target)] ?? false;
  return pages
    .map((page) => ({
      id: page.id,
      name: page.name,
      why: whyNot(page, isThere),
      waiting: waitingFor(page.id, pack),
    }))
    .filter(({ why }) => why !== '');
}

/** @returns which landmarks speak against a page, in French; empty when none does. */
function whyNot(
  { landmarks: { all = [], any = [], none = [] } = {} }: Page,
  isThere: (one: Target) => boolean,
): string {
  const sentences = [
    [i18n.t('landmark.lackAll', [named(all.filter((one) => !isThere(one)))]), all.every(isThere)],
    [i18n.t('landmark.lackAny', [named(any)]), any.length === 0 || any.some(isThere)],
    [i18n.t('landmark.lackNone', [named(none.filter(isThere))]), !none.some(isThere)],
  ] as const;
  return sentences.flatMap(([sentence, holds]) => (holds ? [] : sentence)).join(' ');
}

function named(landmarks: readonly Target[]): string {
  return landmarks.map(landmarkInWords).join(', ');
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
