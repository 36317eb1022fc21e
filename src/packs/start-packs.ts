import { render } from 'lit/html.js';
import { i18n } from '#i18n';
import type { Pack, Services } from '../schema';
import { describeProblem } from '../schema/load/problem';
import { liveSettings } from '../settings/live-settings';
import { keepPacks, keptPacks } from './kept-packs';
import { refusalOf } from './merge';
import { openPackFile } from './pack-file';
import { type PacksNews, packsView, type ShownPack } from './packs-view';
import { readAdditions } from './read-additions';
import type { ImportedPack } from './types';
import { hostsOf } from './where-it-leads';

/** Draws « Aides ajoutées par votre structure ». A pack is added only once the person has seen what is in it. */
export async function startPacks(place: HTMLElement, packs: readonly Pack[], services: Services): Promise<void> {
  const { signal } = new AbortController();
  const settings = liveSettings(signal);
  let kept = await keptPacks().catch((): ImportedPack[] => []);
  const isOpen = kept.length > 0;
  let asked: ImportedPack | undefined;
  let news: PacksNews | undefined;
  const known = { packs, services };
  const shown = (pack: ImportedPack): ShownPack => ({
    pack,
    refusal: refusalOf(pack, settings.value),
    hosts: hostsOf(pack, known),
  });
  const draw = (): void => {
    render(
      packsView({
        kept: kept.map(shown),
        isOpen,
        asked: asked && shown(asked),
        rule: refusalOf({}, settings.value),
        news,
        siteName: (id) => packs.find(({ site }) => site.id === id)?.site.name ?? id,
        onFile: (file) => void open(file),
        onAnswer: (isAccepted) => void answer(isAccepted),
        onRemove: (pack) => void remove(pack),
      }),
      place,
    );
  };
  const tell = (next: PacksNews): void => {
    news = next;
    draw();
  };
  const refuse = (words: string, details: readonly string[] = []): void =>
    tell({ words: `${words} ${i18n.t('packs.notAdded')}`, isBad: true, details });
  const open = async (file: File): Promise<void> => {
    asked = undefined;
    const opened = await openPackFile(await file.text().catch(() => ''));
    if ('problem' in opened) return refuse(opened.problem);
    const refusal = refusalOf(opened, settings.value);
    if (refusal) return refuse(i18n.t(`packs.refused_${refusal}`));
    const { name, madeOn, files } = opened.content;
    const read = readAdditions(files, known);
    if ('problems' in read) return refuse(i18n.t('packs.problems'), read.problems.map(describeProblem));
    asked = { name, madeOn, key: opened.key, sites: read.sites };
    news = undefined;
    draw();
    place.querySelector<HTMLElement>('#pack-asked')?.focus();
  };
  const answer = async (isAccepted: boolean): Promise<void> => {
    const pack = asked;
    asked = undefined;
    if (!pack || !isAccepted) return tell({ words: i18n.t('packs.notAdded'), isBad: false });
    await keep([...kept.filter(({ name }) => name !== pack.name), pack], {
      words: i18n.t('packs.added'),
      isBad: false,
    });
  };
  const remove = async (pack: ImportedPack): Promise<void> => {
    const before = kept;
    const undo = (): void => void keep(before, { words: i18n.t('packs.added'), isBad: false });
    await keep(
      kept.filter((one) => one !== pack),
      { words: i18n.t('packs.removed', [pack.name]), isBad: false, undo },
    );
  };
  const keep = async (next: ImportedPack[], done: PacksNews): Promise<void> => {
    try {
      await keepPacks(next);
      kept = next;
      tell(done);
    } catch {
      tell({ words: i18n.t('options.notSaved'), isBad: true });
    }
  };
  settings.onChange(draw, signal);
  draw();
}
