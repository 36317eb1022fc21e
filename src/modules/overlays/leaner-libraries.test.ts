// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { CUTS } from './leaner-libraries';

const FOLDERS: Readonly<Record<string, string>> = {
  'dom-accessibility-api': 'node_modules/dom-accessibility-api/dist',
  'lit-html': 'node_modules/lit-html',
};

it.each(Object.entries(CUTS))('every cut still takes something away from %s', (library, cuts) => {
  const folder = FOLDERS[library] ?? '';
  const texts = readdirSync(folder)
    .filter((name) => /\.m?js$/.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8'));
  const idle = new Set(cuts);
  for (let text of texts)
    for (const cut of cuts) {
      const [what, instead] = cut;
      const after = text.replace(what, instead);
      if (after !== text) idle.delete(cut);
      text = after;
    }
  expect([...idle].map(([what]) => String(what))).toEqual([]);
});
