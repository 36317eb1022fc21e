import { isUnder } from '../../official/is-under';
import { checkPersons } from './check-persons';
import type { Overlays, SiteFiles } from './load-overlays';
import type { Problem } from './problem';
import type { Read } from './read-yaml';

/** What one file alone cannot show: ids that repeat or point at nothing, names that differ from the file. */
export function crossCheck(overlays: Overlays): Problem[] {
  const peopleIds = new Set(overlays.people?.value.people.map((one) => one.id));
  const figureIds = new Set(overlays.figures.flatMap((file) => file.value.figures.map((one) => one.id)));
  return [
    ...uniqueWords(overlays),
    ...overlays.sites.flatMap((files) => checkSite(files, peopleIds)),
    ...(overlays.services?.value.services.flatMap((service, index) =>
      overlays.services ? hostsOutsideDomains(overlays.services, service, ['services', index]) : [],
    ) ?? []),
    ...allFiles(overlays).flatMap((file) => figureReferences(file, figureIds)),
    ...linksElsewhere(overlays),
  ];
}

/** A text may lead to a site that the overlays know or that only the State can own, and to no other. */
function linksElsewhere(overlays: Overlays): Problem[] {
  const domains = [
    ...overlays.sites.flatMap(({ site }) => site.value.officialDomains),
    ...(overlays.services?.value.services.flatMap(({ officialDomains }) => officialDomains) ?? []),
    ...(overlays.services?.value.reservedEndings ?? []),
  ];
  const starts = overlays.sites.flatMap(({ site, guides }) =>
    guides
      .filter(({ value }) => !isWithin(hostOf(value.start), site.value.officialDomains))
      .map((file) => file.problemAt(['start'], elsewhere(file.value.start, site.value.officialDomains))),
  );
  const links = allFiles(overlays).flatMap((file) =>
    [...textsOf(file.value, [])].flatMap(([path, text]) =>
      [...text.matchAll(/\]\(([^)\s]*)\)/g)]
        .map(([, address = '']) => address)
        .filter((address) => !isWithin(hostOf(address), domains))
        .map((address) => file.problemAt(path, elsewhere(address, domains))),
    ),
  );
  return [...starts, ...links];
}

const isWithin = (host: string, domains: readonly string[]): boolean => domains.some((domain) => isUnder(host, domain));

const hostOf = (address: string): string => (URL.canParse(address) ? new URL(address).hostname : '');

const elsewhere = (address: string, domains: readonly string[]): string =>
  `« ${address} » n’est pas une adresse officielle (${domains.join(', ')})`;

function allFiles(overlays: Overlays): Read<unknown>[] {
  return [
    ...overlays.words,
    ...(overlays.people ? [overlays.people] : []),
    ...overlays.sites.flatMap((files) => [...files.guides, ...files.warnings, ...files.hints, ...files.persons]),
  ];
}

function uniqueWords(overlays: Overlays): Problem[] {
  const seen = new Map<string, string>();
  return overlays.words.flatMap((file) =>
    file.value.words.flatMap((word, index) => {
      const first = seen.get(word.id);
      seen.set(word.id, file.file);
      return first ? [file.problemAt(['words', index, 'id'], `« ${word.id} » existe déjà dans ${first}`)] : [];
    }),
  );
}

function checkSite(files: SiteFiles, peopleIds: ReadonlySet<string>): Problem[] {
  const pageIds = new Set(files.site.value.pages.map((page) => page.id));
  const folder = files.site.file.split(/[\\/]/)[0];
  const problems: Problem[] = [];
  if (files.site.value.id !== folder) {
    problems.push(files.site.problemAt(['id'], `doit être le nom du dossier : ${folder}`));
  }
  problems.push(...hostsOutsideDomains(files.site, files.site.value));
  const { leaveGuide } = files.site.value;
  if (leaveGuide && !files.guides.some(({ value }) => value.id === leaveGuide))
    problems.push(files.site.problemAt(['leaveGuide'], `aucun guide ne s’appelle « ${leaveGuide} »`));
  for (const file of [...files.guides, ...files.warnings, ...files.practice, ...files.persons])
    problems.push(...nameIsFile(file));
  for (const file of files.guides) problems.push(...checkGuide(file, pageIds, peopleIds));
  for (const file of files.warnings) {
    problems.push(...unknownPages(file, ['pages'], file.value.pages, pageIds, true));
    problems.push(...unknownPeople(file, ['people'], file.value.people, peopleIds));
  }
  for (const file of files.hints) problems.push(...unknownPages(file, ['pages'], file.value.pages, pageIds, true));
  return [...problems, ...checkPractice(files, pageIds), ...checkPersons(files)];
}

interface Hosts {
  officialDomains: readonly string[];
  hosts: readonly string[];
  otherHosts?: readonly string[] | undefined;
}

function hostsOutsideDomains(file: Read<unknown>, value: Hosts, at: readonly PropertyKey[] = []): Problem[] {
  const { officialDomains } = value;
  return (['hosts', 'otherHosts'] as const).flatMap((field) =>
    (value[field] ?? []).flatMap((host, index) =>
      isWithin(host, officialDomains)
        ? []
        : [
            file.problemAt(
              [...at, field, index],
              `n’est pas dans les domaines officiels (${officialDomains.join(', ')})`,
            ),
          ],
    ),
  );
}

function nameIsFile(file: Read<{ id: string }>): Problem[] {
  const expected = /([^\\/]*?)(?:\.ya?ml)?$/.exec(file.file)?.[1] ?? '';
  return file.value.id === expected ? [] : [file.problemAt(['id'], `doit être le nom du fichier : ${expected}`)];
}

function checkGuide(
  file: SiteFiles['guides'][number],
  pageIds: ReadonlySet<string>,
  peopleIds: ReadonlySet<string>,
): Problem[] {
  const { steps, end } = file.value;
  const stepIds = new Set(steps.map((step) => step.id));
  const seen = new Set<string>();
  const problems = steps.flatMap((step, index) => {
    const at = ['steps', index] as const;
    const found = unknownPages(file, [...at, 'pages'], step.pages, pageIds, false);
    if (seen.has(step.id)) found.push(file.problemAt([...at, 'id'], `deux étapes s’appellent « ${step.id} »`));
    seen.add(step.id);
    if (step.goto && !stepIds.has(step.goto))
      found.push(file.problemAt([...at, 'goto'], `aucune étape ne s’appelle « ${step.goto} »`));
    step.choices?.forEach((choice, place) => {
      if (!stepIds.has(choice.goto))
        found.push(file.problemAt([...at, 'choices', place, 'goto'], `aucune étape ne s’appelle « ${choice.goto} »`));
    });
    if (step.done.on === 'page')
      found.push(...unknownPages(file, [...at, 'done', 'pages'], step.done.pages, pageIds, false));
    if ((step.done.on === 'click' || step.done.on === 'filled') && !step.target) {
      found.push(file.problemAt([...at, 'done'], 'cette étape attend un clic ou une réponse, mais n’a pas de target'));
    }
    return found;
  });
  return [...problems, ...unknownPeople(file, ['end', 'people'], end.people, peopleIds)];
}

function unknownPages(
  file: Read<unknown>,
  at: readonly PropertyKey[],
  pages: readonly string[],
  known: ReadonlySet<string>,
  anyAllowed: boolean,
): Problem[] {
  return pages.flatMap((page, index) =>
    known.has(page) || (anyAllowed && page === 'any')
      ? []
      : [file.problemAt([...at, index], `aucune page ne s’appelle « ${page} » dans site.yaml`)],
  );
}

function unknownPeople(
  file: Read<unknown>,
  at: readonly PropertyKey[],
  ids: readonly string[] | undefined,
  known: ReadonlySet<string>,
): Problem[] {
  return (ids ?? []).flatMap((id, index) =>
    known.has(id) ? [] : [file.problemAt([...at, index], `« ${id} » n’est pas dans people.yaml`)],
  );
}

function checkPractice(files: SiteFiles, pageIds: ReadonlySet<string>): Problem[] {
  const practiceIds = new Set(files.practice.map((file) => file.value.id));
  return files.practice.flatMap((file) => [
    ...unknownPages(file, ['page'], [file.value.page], pageIds, false).map((problem) => ({
      ...problem,
      field: 'page',
    })),
    ...[...leadsTo(file.value.blocks)].flatMap((to) =>
      practiceIds.has(to) ? [] : [file.problemAt(['blocks'], `mène à « ${to} », qui n’est pas une page d’exercice`)],
    ),
  ]);
}

function* leadsTo(blocks: readonly object[]): Iterable<string> {
  for (const block of blocks) {
    if ('to' in block && typeof block.to === 'string') yield block.to;
    if ('blocks' in block && Array.isArray(block.blocks)) yield* leadsTo(block.blocks);
  }
}

function figureReferences(file: Read<unknown>, known: ReadonlySet<string>): Problem[] {
  return [...textsOf(file.value, [])].flatMap(([path, text]) =>
    [...text.matchAll(/\{\{([^}]*)\}\}/g)]
      .map(([, id]) => id ?? '')
      .filter((id) => !known.has(id))
      .map((id) => file.problemAt(path, `le chiffre {{${id}}} n’est dans aucun fichier d’année (2026.yaml)`)),
  );
}

function* textsOf(value: unknown, path: PropertyKey[]): Iterable<[PropertyKey[], string]> {
  if (typeof value === 'string') yield [path, value];
  else if (Array.isArray(value)) for (const [place, inner] of value.entries()) yield* textsOf(inner, [...path, place]);
  else if (value && typeof value === 'object') {
    for (const [key, inner] of Object.entries(value)) yield* textsOf(inner, [...path, key]);
  }
}
