// @vitest-environment node
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { firstPage } from '../src/practice/catalogue';
import { type Answers, backTo, type Exercise, type Visit } from '../src/practice/exercise';
import { papersFor } from '../src/practice/papers-for';
import { looksReal } from '../src/practice/real-data';
import { reviewExercise } from '../src/practice/review';
import { isSameAnswer } from '../src/practice/same-answer';
import { payslipAmounts } from '../src/practice/views/payslip-view';
import type { Block, ExerciseCheck, Guide, Mistake, Paper, Person, PersonExercise, PracticePage } from '../src/schema';
import { type BuiltSite, buildPacks } from '../src/schema/load/build-packs';
import { flatBlocks } from '../src/schema/practice-blocks';

const sites = buildPacks(resolve(import.meta.dirname, '../overlays'));
const guides = sites.flatMap((site) =>
  site.pack.guides.map((guide) => ({ name: `${site.pack.site.id}/${guide.id}`, guide, site, practice: site.practice })),
);
const exercises = guides.flatMap(({ name, guide, site, practice }) =>
  exercisesOf(site, guide.id).map(({ person, exercise }) => ({
    name: `${name}, ${person}`,
    exercise,
    guide,
    practice,
    site,
  })),
);
const persons = sites.flatMap(({ pack, persons, practice }) =>
  persons.map((person) => ({ name: `${pack.site.id}/${person.id}`, person, practice })),
);

describe('every guide has its practice version', () => {
  it.each(guides)('$name: each step happens on a page that can be practised', ({ guide, practice }) => {
    const known = new Set(practice.map(({ page }) => page));
    const missing = guide.steps
      .filter(({ pages, optional }) => !optional && !pages.some((page) => known.has(page)))
      .map(({ id, pages }) => `étape ${id} : aucune page d’exercice pour ${pages.join(' ou ')}`);
    expect(missing).toEqual([]);
  });

  it.each(guides)('$name: one can go from its first page to every other', ({ guide, practice }) => {
    const reached = reachable(practice, startsOf(guide, practice));
    const pages = new Set(practice.filter(({ id }) => reached.has(id)).map(({ page }) => page));
    const cut = guide.steps
      .filter((step) => !step.optional && !step.pages.some((page) => pages.has(page)))
      .map(({ id, pages }) => `étape ${id} : aucun chemin vers ${pages.join(' ou ')}`);
    expect(cut).toEqual([]);
  });
});

describe('every practice page', () => {
  const pages = sites.flatMap(({ pack, practice }) =>
    practice.map((page) => ({ name: `${pack.site.id}/${page.id}`, page })),
  );

  it.each(pages)(
    '$name: nothing stands there twice side by side, which a person would take for a failure',
    ({ page }) => {
      const written = page.blocks.map((block) => JSON.stringify(block));
      expect(written.filter((one, place) => written.indexOf(one) !== place)).toEqual([]);
    },
  );

  it.each(pages)('$name: what answers a question waits in its window', ({ page }) => {
    const yesOrNo = (blocks: readonly Block[]): Block[] =>
      blocks.flatMap((block) => {
        if (block.block === 'dialog') return [];
        if ('blocks' in block) return yesOrNo(block.blocks);
        return block.block === 'button' && /^(?:Oui|Non)$/.test(block.name) ? [block] : [];
      });
    expect(yesOrNo(page.blocks)).toEqual([]);
  });
});

describe('every guide has an answer key', () => {
  it.each(guides)('$name: somebody has this to do, and the end says what to change', ({ guide, site }) => {
    expect(exercisesOf(site, guide.id).length).toBeGreaterThan(0);
  });

  it.each(exercises)('$name: everything its key speaks of is on the way', ({ exercise, guide, practice, site }) => {
    const reached = walk(site, guide, exercise);
    const blocks = practice.filter(({ id }) => reached.has(id)).flatMap((page) => [...flatBlocks(page.blocks)]);
    const away = exercise.checks.filter((check) => !isOnTheWay(check, reached, blocks));
    expect(away).toEqual([]);
  });

  it.each(exercises)(
    '$name: done as the key says, there is nothing to change',
    ({ exercise, guide, practice, site }) => {
      const review = reviewExercise(...rightly(site, guide, exercise), practice, exercise);
      expect(review.lines.filter(({ verdict }) => verdict === 'wrong')).toEqual([]);
      expect(review).toMatchObject({ others: [], isRight: true });
    },
  );

  it.each(exercises)('$name: whatever else is done is explained', ({ exercise, guide, practice, site }) => {
    for (const check of exercise.checks) {
      for (const [done, mistake] of wrongly(check, ...rightly(site, guide, exercise))) {
        const review = reviewExercise(...done, practice, exercise);
        const said = [...review.lines, ...review.others].flatMap(({ mistake }) => (mistake ? [mistake] : []));
        expect(said).toContainEqual(expect.objectContaining(mistake));
      }
    }
  });
});

describe('the papers beside a page', () => {
  const desks = sites.flatMap((site) =>
    site.persons.flatMap((person) =>
      person.exercises.flatMap((key) => site.practice.map((page) => deskOf(site, person, key, page))),
    ),
  );

  it('are all there, first the one that its answers are read from', () => {
    const wrong = desks.filter(({ wanted, papers }) => wanted.length > 0 && !wanted.includes(papers[0] ?? ''));
    expect(wrong).toEqual([]);
    expect(desks.filter(({ papers, all }) => papers.toSorted().join() !== all.toSorted().join())).toEqual([]);
  });

  it('begin with the codes where one logs in, and only there', () => {
    const withCodes = desks.filter(({ all, wanted }) => all.length > 1 && all.includes('codes') && wanted.length === 0);
    const login = withCodes.filter(({ page }) => /^(connexion|code$)/.test(page.id));
    expect(login.length).toBeGreaterThan(0);
    expect(login.filter(({ papers }) => papers[0] !== 'codes')).toEqual([]);
    const elsewhere = withCodes.filter(({ fields }) => fields.size === 0);
    expect(elsewhere.filter(({ papers }) => papers[0] === 'codes')).toEqual([]);
  });
});

/** A page with the papers beside it, in their order, and those that its answers are read from. */
function deskOf(site: BuiltSite, person: Person, key: PersonExercise, page: PracticePage) {
  const fields = new Set([...flatBlocks(page.blocks)].flatMap((block) => ('field' in block ? [block.field] : [])));
  const wanted = key.checks.flatMap((check) =>
    check.on === 'answer' && check.paper && fields.has(check.field) ? [check.paper] : [],
  );
  const papers = papersFor({ person, key }, page).map(({ id }) => id);
  return {
    site: site.pack.site.id,
    person: person.id,
    page,
    fields,
    wanted,
    papers,
    all: person.papers.map(({ id }) => id),
  };
}

/** What hangs on a button or a link: « Reprendre ici » must lead to where it is. */
const undone = exercises.flatMap((one) =>
  one.exercise.checks
    .filter(({ on }) => on === 'press' || on === 'download' || on === 'reach' || on === 'sent')
    .map((check) => ({ ...one, name: `${one.name}, ${check.on}`, check })),
);

describe('« reprendre ici »', () => {
  it.each(undone)('$name: leads to the page that has it, and doing it there makes all right', (one) => {
    const { site, guide, exercise: key, check, practice } = one;
    const [whole, answers] = rightly(site, guide, key);
    const [[[wrong] = [], mistake] = []] = wrongly(check, whole, answers);
    if (!wrong || !mistake) throw new Error('Nothing was done wrongly.');
    // The person ends on a page that has none of it: that of the confirmation, or a last look elsewhere.
    const visits = [...wrong.visits, ...wrong.visits.filter(({ page }) => !has(blocksOf(site, page), check)).slice(-1)];
    const first = reviewExercise({ ...wrong, visits }, answers, practice, key);
    const [found] = first.others.filter((other) => other.mistake === mistake);
    const page = visits[found?.visit ?? -1]?.page ?? '';
    expect(has(blocksOf(site, page), check)).toBe(true);

    const back = backTo({ ...wrong, visits }, found?.visit ?? 0);
    const [here] = back.visits.slice(-1);
    const after = visits.slice(back.visits.length);
    const target = check.on === 'reach' ? [{ page: check.page, before: {}, downloads: [] }] : [];
    const again = [...back.visits.slice(0, -1), ...(here ? [here] : []), ...target, ...after].map((visit, index) =>
      index < back.visits.length - 1 ? visit : done(site, key.checks, answers, visit),
    );
    expect(reviewExercise({ ...back, visits: again }, answers, practice, key)).toMatchObject({
      others: [],
      isRight: true,
      isSent: first.isSent || check.on === 'sent',
    });
  });
});

describe('the people to practise with', () => {
  it('are at least six, some for every site that can be practised', () => {
    expect(persons.length).toBeGreaterThanOrEqual(6);
    const alone = sites.filter(({ practice, persons }) => practice.length > 0 && persons.length === 0);
    expect(alone.map(({ pack }) => pack.site.id)).toEqual([]);
  });

  it.each(persons)('$name: each right answer stands on the paper it is said to be on', ({ person, practice }) => {
    const wrong = person.exercises.flatMap(({ checks }) =>
      checks.flatMap((check) => {
        if (check.on !== 'answer' || !check.paper) return [];
        const { field, right } = check;
        const paper = person.papers.find(({ id }) => id === check.paper);
        if (!paper || isChoice(practice, field)) return [];
        const onPaper = wordsOf(paper);
        return right.some((answer) => onPaper.some((words) => isSameAnswer(words, answer))) || isSumOf(paper, right)
          ? []
          : [`${field} : « ${right.join(' » ou « ')} » n’est pas sur « ${paper.title} »`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it.each(persons)('$name: no right answer is called a mistake', ({ person }) => {
    const both = person.exercises.flatMap(({ checks }) =>
      checks.flatMap((check) =>
        check.on === 'answer'
          ? (check.mistakes ?? [])
              .flatMap(({ answers }) => answers)
              .filter((answer) => check.right.some((right) => isSameAnswer(answer, right)))
          : [],
      ),
    );
    expect(both).toEqual([]);
  });
});

describe('nothing that looks real', () => {
  it.each(persons)('is on the papers of $name', ({ person }) => {
    expect(person.papers.flatMap(wordsOf).filter((words) => looksReal(words))).toEqual([]);
  });
  it.each(persons)('is met by $name on the way, while a right answer is typed key by key', ({ person }) => {
    const right = person.exercises.flatMap(({ checks }) =>
      checks.flatMap((one) => (one.on === 'answer' ? one.right : [])),
    );
    const begun = [...right, ...person.papers.flatMap(wordsOf)].flatMap((words) =>
      Array.from(words, (_, at) => words.slice(0, at + 1)),
    );
    expect(begun.filter((words) => looksReal(words))).toEqual([]);
  });
  it.each(sites.map(({ pack, practice }) => ({ name: pack.site.id, practice })))(
    'stands in the practice pages of $name',
    ({ practice }) => {
      const texts = practice.flatMap(({ blocks }) => textsIn(blocks));
      expect(texts.filter((words) => looksReal(words))).toEqual([]);
    },
  );
});

function exercisesOf({ persons }: BuiltSite, guide: string): { person: string; exercise: PersonExercise }[] {
  return persons.flatMap(({ id, exercises }) =>
    exercises.filter((one) => one.guide === guide).map((exercise) => ({ person: id, exercise })),
  );
}

/** Every page that can be opened in this exercise. */
function walk(site: BuiltSite, guide: Guide, exercise: PersonExercise): Set<string> {
  const start = firstPage({ ...site, pages: site.practice }, guide, exercise);
  return reachable(site.practice, start ? [start.id] : []);
}

function isOnTheWay(check: ExerciseCheck, reached: ReadonlySet<string>, blocks: readonly Block[]): boolean {
  switch (check.on) {
    case 'answer':
      return blocks.some((block) => 'field' in block && block.field === check.field);
    case 'download':
      return blocks.some((block) => block.block === 'button' && block.downloads === check.file);
    case 'press':
    case 'avoid':
      return blocks.some((block) => (block.block === 'button' || block.block === 'link') && block.name === check.name);
    case 'visit':
    case 'reach':
      return reached.has(check.page);
    case 'sent':
      return blocks.some((block) => block.block === 'button' && block.sends === true);
  }
}

type Done = [exercise: Exercise, answers: Answers];

/** The exercise as somebody does it who answers what the key says, on every page but those not to be opened. */
function rightly(site: BuiltSite, guide: Guide, key: PersonExercise): Done {
  const { checks } = key;
  const shunned = new Set(checks.flatMap((check) => (check.on === 'visit' ? [check.page] : [])));
  const answers = Object.fromEntries(
    checks.flatMap((check) => (check.on === 'answer' ? [[check.field, check.right[0] ?? '']] : [])),
  );
  const base = { site: site.pack.site.id, guide: guide.id, help: 'alone' } as const;
  const visits = [...walk(site, guide, key)]
    .filter((page) => !shunned.has(page))
    .map((page) => done(site, checks, answers, { page, before: {}, downloads: [] }));
  return [{ ...base, visits }, answers];
}

/** A visit on which all is done that the key waits for and that the page has: papers taken, buttons used, answers sent. */
function done(site: BuiltSite, checks: readonly ExerciseCheck[], answers: Answers, visit: Visit): Visit {
  const blocks = blocksOf(site, visit.page);
  return {
    ...visit,
    downloads: checks.flatMap((check) => (check.on === 'download' && has(blocks, check) ? [check.file] : [])),
    presses: checks.flatMap((check) => (check.on === 'press' && has(blocks, check) ? [check.name] : [])),
    ...(has(blocks, { on: 'sent' }) ? { sent: answers } : {}),
  };
}

function blocksOf({ practice }: BuiltSite, page: string): Block[] {
  return [...flatBlocks(practice.find(({ id }) => id === page)?.blocks ?? [])];
}

/** @returns whether one of these blocks is the button or link that a check is about. */
function has(blocks: readonly Block[], check: Partial<ExerciseCheck>): boolean {
  return blocks.some((block) => {
    if (block.block !== 'button' && block.block !== 'link') return false;
    if (check.on === 'press') return block.name === check.name;
    if (check.on === 'reach') return block.to === check.page;
    if (block.block !== 'button') return false;
    return check.on === 'download' ? block.downloads === check.file : check.on === 'sent' && block.sends === true;
  });
}

/** The same, but for one check: every way the key knows to miss it, and one it does not know. */
function wrongly(check: ExerciseCheck, exercise: Exercise, answers: Answers): [done: Done, mistake: Mistake][] {
  const visits = (change: (visit: Visit) => Visit | undefined): [Done, Mistake][] => [
    [[{ ...exercise, visits: exercise.visits.flatMap((one) => change(one) ?? []) }, answers], check.otherwise],
  ];
  switch (check.on) {
    case 'answer': {
      const known = (check.mistakes ?? []).flatMap((mistake) =>
        mistake.answers.map((answer): [string, Mistake] => [answer, mistake]),
      );
      return [...known, ['zzz', check.otherwise] as const].map(([answer, { explain, consequence, fix }]) => {
        const given = { ...answers, [check.field]: answer };
        const visits = exercise.visits.map((one) => ({ ...one, ...(one.sent ? { sent: given } : {}) }));
        return [[{ ...exercise, visits }, given], { explain, consequence, fix }];
      });
    }
    case 'download':
      return visits((one) => ({ ...one, downloads: [] }));
    case 'press':
      return visits((one) => ({ ...one, presses: [] }));
    case 'avoid':
      return visits((one) => ({ ...one, presses: [check.name] }));
    case 'reach':
      return visits((one) => (one.page === check.page ? undefined : one));
    case 'visit':
      return [
        [
          [{ ...exercise, visits: [...exercise.visits, { page: check.page, before: {}, downloads: [] }] }, answers],
          check.otherwise,
        ],
      ];
    case 'sent':
      return visits((one) => ({ ...one, sent: undefined }));
  }
}

/** Where a person can be when a guide begins: its first steps' pages, up to the first that is not optional. */
function startsOf(guide: Guide, practice: readonly PracticePage[]): string[] {
  const first = guide.steps.findIndex(({ optional }) => !optional);
  const pages = new Set(guide.steps.slice(0, first + 1).flatMap((step) => step.pages));
  return practice.filter(({ page }) => pages.has(page)).map(({ id }) => id);
}

function reachable(practice: readonly PracticePage[], starts: readonly string[]): Set<string> {
  const reached = new Set(starts);
  for (const id of reached) {
    const page = practice.find((one) => one.id === id);
    for (const block of flatBlocks(page?.blocks ?? [])) {
      if ('to' in block && block.to) reached.add(block.to);
    }
  }
  return reached;
}

/** A choice is put in words of its own, which need not stand on the paper; a list of dates or amounts must. */
function isChoice(practice: readonly PracticePage[], field: string): boolean {
  const blocks: Block[] = practice.flatMap((page) => [...flatBlocks(page.blocks)]);
  return blocks.some(
    (block) =>
      (block.block === 'checkbox' && block.field === field) ||
      ((block.block === 'radios' || block.block === 'select') &&
        block.field === field &&
        !block.options.some(({ value }) => /\d/.test(value))),
  );
}

/** Every text or amount that a person reads on a paper, each alone. */
function wordsOf(paper: Paper): string[] {
  if (paper.kind !== 'payslip') return textsIn(paper);
  const { netSocial, beforeTax, taxable, paid } = payslipAmounts(paper);
  return [
    ...textsIn(paper),
    ...[netSocial, beforeTax, taxable, paid].map((amount) => amount.toFixed(2).replace('.', ',')),
  ];
}

/** A total over the lines of a bank statement that say the same. */
function isSumOf(paper: Paper, right: readonly string[]): boolean {
  if (paper.kind !== 'statement') return false;
  const sums = new Map<string, number>();
  for (const { label, amount } of paper.lines) sums.set(label, (sums.get(label) ?? 0) + amount);
  return [...sums.values()].some((sum) => right.some((answer) => isSameAnswer(String(sum), answer)));
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number') return [String(value).replace('.', ',')];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(textsIn);
}
