import { createInterface } from 'node:readline/promises';
import type { Readable, Writable } from 'node:stream';
import { choiceOf, choicesOf, notInList } from '../../../src/schema/new/choices';
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
    asker.say(answer ? notInList('cette question', answer, choices) : 'Il faut répondre à cette question.');
  }
  throw new Refusal('Rien n’a été écrit.');
}

/** Wrong answers in a row before we stop asking. */
const MOST_TRIES = 3;

/** @returns the answers to what was not answered yet. */
export async function askAll(
  asker: Asker,
  slots: readonly Slot[],
  given: Answers,
  folder: Folder,
  site: string | undefined,
): Promise<Answers> {
  const answers: Record<string, readonly string[] | undefined> = { ...given };
  for (const slot of slots) {
    if (!slot.ask || answers[slot.path]) continue;
    answers[slot.path] = await askOne(asker, slot, choicesOf(folder, slot, site));
  }
  return answers;
}

async function askOne(
  asker: Asker,
  slot: Slot,
  choices: Readonly<Record<string, string>> | undefined,
): Promise<readonly string[] | undefined> {
  const isFree = slot.isOptional ? ' (facultatif)' : '';
  const question = `${slot.ask}${isFree}${choices ? `\n${numbered(choices)}` : ''}`;
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const values = split(slot, [await asker.ask(question)]);
    const wrong = choices && values?.find((value) => !choiceOf(choices, value));
    if (!choices || !values || !wrong) return choices ? values?.map((one) => choiceOf(choices, one) ?? one) : values;
    asker.say(notInList('cette question', wrong, choices));
  }
  return undefined;
}

function numbered(choices: Readonly<Record<string, string>>): string {
  return Object.entries(choices)
    .map(([key, meaning], place) => `  ${place + 1}. ${key} : ${meaning}`)
    .join('\n');
}
