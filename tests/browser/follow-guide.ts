import type { Page } from 'puppeteer-core';
import { clickBox, look, press, type Seen, underRing, until } from './person';

/** How a made-up person answers while being led. */
export interface Plan {
  /** The choices they make when the bubble asks about their situation. */
  choices: readonly string[];
  /** What they type, by field name; any other field gets `1`. */
  typed?: Record<string, string>;
  /** Words of a button of ours that makes them stop there, before they use it. */
  stopAt?: string;
}

/** What happened on the way, for the test to check. */
export interface Journey {
  steps: string[];
  warnings: string[];
  ended: boolean;
}

/** More bubbles than any guide has steps: a guide that turns in circles is caught. */
const MAX_MOVES = 90;

/**
 * Lets a person be led: clicks only where the ring is and on our own buttons, types where the ring is on a field.
 * Each warning is met, cancelled once, then confirmed; the lit control is then pressed by the person.
 */
export async function followGuide(page: Page, plan: Plan): Promise<Journey> {
  const journey: Journey = { steps: [], warnings: [], ended: false };
  for (let move = 0; move < MAX_MOVES; move++) {
    const seen = await settled(page);
    if (seen.dialog) {
      await meetWarning(page, seen.question ?? seen.dialog, journey);
      continue;
    }
    if (!seen.bubble) throw new Error(`The guide is gone after: ${journey.steps.at(-1)}`);
    if (seen.buttons.some(({ words }) => words === "Fermer l'aide")) return { ...journey, ended: true };
    if (seen.buttons.some(({ words }) => words === plan.stopAt)) return journey;
    if (seen.bubble !== journey.steps.at(-1)) {
      journey.steps.push(seen.bubble);
      if (process.env.TRACE) console.log(Date.now() % 1000000, seen.bubble.slice(0, 120));
    }
    await oneMove(page, seen, plan);
  }
  throw new Error(`Too many moves:\n${journey.steps.slice(-6).join('\n')}`);
}

async function oneMove(page: Page, seen: Seen, plan: Plan): Promise<void> {
  const inBubble = seen.buttons.filter(({ slot }) => slot === 'bubble').map(({ words }) => words);
  const choice = plan.choices.find((words) => inBubble.includes(words));
  if (choice) return press(page, choice, 'bubble');
  if (!seen.ring) return press(page, inBubble.includes("C'est fait") ? "C'est fait" : 'Étape suivante', 'bubble');
  const under = await underRing(page, seen.ring);
  if (under.kind === 'press' && !inBubble.includes("C'est fait")) return clickBox(page, seen.ring);
  if (under.kind === 'text') {
    const value = plan.typed?.[under.name];
    if (value !== undefined || !seen.bubble?.includes("C'est rempli")) {
      await clickBox(page, seen.ring);
      if (value !== '') await page.keyboard.type(value ?? '1');
    }
  } else if (under.kind === 'press') {
    await clickBox(page, seen.ring);
  }
  await press(page, /^(C'est fait|Étape suivante)$/, 'bubble');
}

async function meetWarning(page: Page, question: string, journey: Journey): Promise<void> {
  const isFirst = !journey.warnings.includes(question);
  // Our dialog is deaf for a moment, so that a double click answers nothing.
  await new Promise((resume) => setTimeout(resume, 600));
  if (isFirst) {
    journey.warnings.push(question);
    await page.keyboard.press('Escape');
    await until(page, 'the dialog closed', (seen) => !seen.dialog);
    return;
  }
  const goOn = (await look(page)).buttons.filter(({ slot }) => slot === 'dialog').at(-2);
  if (!goOn) throw new Error('The dialog has no way to go on');
  await press(page, goOn.words, 'dialog');
  const lit = await until(page, 'the control lit', (seen) => seen.litRing !== undefined);
  if (lit.litRing) await clickBox(page, lit.litRing);
}

/** Looks, one after the other, that must be the same: less would be quicker than any person, and press a box twice. */
const SAME_LOOKS = 4;

/** ms that a person gives the page before they follow in words what the bubble cannot point at. */
const PATIENCE = 4_000;

/** Waits for the page and our UI to come to rest. */
async function settled(page: Page): Promise<Seen> {
  let before = '';
  let same = 0;
  const start = Date.now();
  return await until(page, 'a bubble or a dialog at rest', (seen) => {
    const now = JSON.stringify([seen.bubble, seen.dialog, seen.ring]);
    const isLooking = seen.bubble?.includes('Je cherche l') ?? false;
    const isLost = /Je ne (?:trouve pas l|reconnais pas)/.test(seen.bubble ?? '') && Date.now() - start < PATIENCE;
    same = now === before ? same + 1 : 0;
    before = now;
    const isAtRest = same >= SAME_LOOKS && !isLooking && (!isLost || seen.dialog !== undefined);
    return isAtRest && (seen.bubble !== undefined || seen.dialog !== undefined);
  });
}
