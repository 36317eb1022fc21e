import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { questionMessages } from '../src/modules/overlays/vite-plugin';
import { buildPacks } from '../src/schema/load/build-packs';
import { messageOf } from '../src/warnings/question-messages';

const packs = buildPacks(resolve(import.meta.dirname, '../overlays')).map(({ pack }) => pack);
const messages = questionMessages(packs);

describe('the words of a question, among the messages of the browser', () => {
  it('are there for every choice that is held, under a name that browsers take', () => {
    const held = packs.flatMap(({ site, warnings }) =>
      warnings.filter(({ severity }) => severity !== 'inform').map((warning) => ({ site: site.id, ...warning })),
    );
    expect(held.length).toBeGreaterThan(40);
    for (const { site, id, title, goOn, safer } of held) {
      const said = (['title', 'goOn', 'safer'] as const).map((word) => messages[messageOf(site, id, word)]?.message);
      expect(said.map((one) => one?.replaceAll('$$', '$'))).toEqual([title, goOn, safer.label]);
    }
    // Two of them under one name would be one of them lost.
    expect(Object.keys(messages)).toHaveLength(3 * held.length);
    expect(Object.keys(messages).filter((name) => !/^\w+$/.test(name))).toEqual([]);
  });

  it('keep a « $ », which begins a placeholder there', () => {
    const [pack] = packs;
    const [warning] = pack?.warnings.filter(({ severity }) => severity === 'stop') ?? [];
    if (!pack || !warning) throw new Error('No warning to try it on.');
    const name = messageOf(pack.site.id, warning.id, 'title');
    expect(questionMessages([{ ...pack, warnings: [{ ...warning, title: 'Payer 3 $ ?' }] }])[name]?.message).toBe(
      'Payer 3 $$ ?',
    );
  });
});
