// @vitest-environment node
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildPacks } from '../src/schema/load/build-packs';
import { audit } from './content/audit';
import { countsOf, failureLine } from './content/report';

const ROOT = resolve(import.meta.dirname, '..');
const found = audit(ROOT, new Date().toISOString().slice(0, 10));

describe('what the extension says', () => {
  it('is in plain words, text by text (exceptions: tests/content/plain-exceptions.yaml)', () => {
    expect(found.gate.failures.map(failureLine)).toEqual([]);
  });

  it('needs every exception that it is granted', () => {
    expect(found.gate.unused).toEqual([]);
  });

  it('has no figure of the year that nobody has read for 13 months (write the day in `acknowledged`)', () => {
    expect(found.expired).toEqual([]);
  });

  it('shows nothing unsure', () => {
    const unsure = new Set(found.items.filter(({ confidence }) => confidence === 'unsure').map(({ id }) => id));
    const shown = buildPacks(resolve(ROOT, 'overlays')).flatMap(({ pack }) =>
      [...pack.guides, ...pack.warnings, ...pack.hints, ...pack.terms, ...pack.people].map(({ id }) => id),
    );
    expect(shown.filter((id) => unsure.has(id))).toEqual([]);
  }, 60_000);

  it('says where everything comes from; what is general knowledge is marked to be read again', () => {
    const vague = found.items.filter(({ confidence, review }) => confidence === 'general' && !review);
    expect(
      vague.map(({ file, line, id }) => `${file}, ligne ${line}, ${id} : general, mais pas de « review »`),
    ).toEqual([]);
  });

  it('has a practice version for each guide, and somebody to ask where nothing can be undone', () => {
    const missing = found.sites.flatMap(({ withoutPractice, withoutHelp }) => [...withoutPractice, ...withoutHelp]);
    expect(missing).toEqual([]);
  });

  it('is as much as was promised: 24 guides, 36 warnings, 80 hints, 250 words', () => {
    const { guides, warnings, hints, terms } = countsOf(found);
    expect(guides).toBeGreaterThanOrEqual(24);
    expect(warnings).toBeGreaterThanOrEqual(36);
    expect(hints).toBeGreaterThanOrEqual(80);
    expect(terms).toBeGreaterThanOrEqual(250);
  });
});
