import { createInterface } from 'node:readline/promises';
import type { Readable, Writable } from 'node:stream';
import { choiceOf, choicesOf } from '../../../src/schema/new/choices';
import type { Folder } from '../../../src/schema/new/folder';
import { Refusal } from '../../../src/schema/new/refusal';
import type { Answers, Slot } from '../../../src/schema/new/slot';
import { split } from './command-line';

/** Asks a person, one question after the other. */
export interface Asker {
  /** @returns the answer, trimmed; empty when there is none, or when nobody answers any more. @throws Refusal at Ctrl+C */
  ask(question: string): Promise<string>;
  say(words: string): void;
  close(): void;
}

export function createAsker(input: Readable, output: Writable): Asker {
  const lines = createInterface({ input, output, terminal: 'isTTY' in input && input.isTTY === true });
  const waiting: string[] = [];
  let wake: (() => void) | undefined;
  let isOver = false;
  let isStopped = false;
  lines.on('line', (line) => {
    waiting.push(line);
    wake?.();
  });
  lines.on('SIGINT', () => {
    isStopped = true;
    lines.close();
  });
  lines.on('close', () => {
    isOver = true;
    wake?.();
  });
  return {
    async ask(question) {
      output.write(`\n${question}\n> `);
      while (waiting.length === 0 && !isOver) {
        await new Promise<void>((ready) => {
          wake = ready;
        });
      }
      if (isStopped) throw new Refusal('Rien n’a été écrit.');
      return waiting.shift()?.trim() ?? '';
    },
    say: (words) => void output.write(`${words}\n`),
    close: () => lines.close(),
  };
}

/** Asks until one of these words is meant. @throws Refusal when nobody answers any more */
export async function askPlace(asker: Asker, what: string, choices: Readonly<Record<string, string>>): Promise<string> {
  const question = `${what}\n${numbered(choices)}`;
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const answer = await asker.ask(question);
    const meant = choiceOf(choices, answer);
    if (meant) return meant;
    asker.say(answer ? notListed(answer) : 'Il faut répondre à cette question.');
  }
  throw new Refusal('Rien n’a été écrit.');
}

/** Wrong answers in a row before we stop asking. */
const MOST_TRIES = 3;

/** The list itself follows: the question is asked again. */
const notListed = (answer: string): string => `« ${answer} » ne va pas. Donnez un numéro ou un mot de la liste.`;

/** What is known before the questions begin. */
export interface Known {
  folder: Folder;
  site: string | undefined;
  /** @returns why nothing could be written with these answers; then the last one is asked again. */
  refusal(answers: Answers): string | undefined;
}

/** @returns the answers to what was not answered yet. @throws Refusal when the item has no name */
export async function askAll(
  asker: Asker,
  slots: readonly Slot[],
  given: Answers,
  { folder, site, refusal }: Known,
): Promise<Answers> {
  const answers: Record<string, readonly string[] | undefined> = { ...given };
  for (const slot of slots) {
    if (!slot.ask || answers[slot.path]) continue;
    answers[slot.path] = await askOne(asker, slot, choicesOf(folder, slot, site), (values) => {
      if (!values) return slot.isName && !answers.id ? 'Il faut répondre : le nom du fichier en vient.' : undefined;
      return refusal({ ...answers, [slot.path]: values });
    });
  }
  return answers;
}

async function askOne(
  asker: Asker,
  slot: Slot,
  choices: Readonly<Record<string, string>> | undefined,
  refusal: (values: readonly string[] | undefined) => string | undefined,
): Promise<readonly string[] | undefined> {
  const isFree = slot.isOptional ? ' (facultatif)' : '';
  const question = `${slot.ask}${isFree}${choices ? `\n${numbered(choices)}` : ''}`;
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const values = split(slot, [await asker.ask(question)]);
    const unlisted = choices && values?.find((value) => !choiceOf(choices, value));
    const meant = choices ? values?.map((one) => choiceOf(choices, one) ?? one) : values;
    const wrong = unlisted ? notListed(unlisted) : refusal(meant);
    if (!wrong) return meant;
    asker.say(wrong);
  }
  if (slot.isName) throw new Refusal('Rien n’a été écrit.');
  return undefined;
}

function numbered(choices: Readonly<Record<string, string>>): string {
  return Object.entries(choices)
    .map(([key, meaning], place) => `  ${place + 1}. ${key} : ${meaning}`)
    .join('\n');
}
