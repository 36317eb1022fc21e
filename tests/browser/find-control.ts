import type { Page } from 'puppeteer-core';
import type { Target } from '../../src/schema';
import type { Box } from './person';

/**
 * Where a test finds a control by itself, in the page's own words: the locator is not asked.
 * @param isEdit only fields that are already filled
 */
export async function findControl(page: Page, targets: readonly Target[], isEdit: boolean): Promise<Box | undefined> {
  const wanted = targets.map((target) => ({
    ids: target.also?.id ?? [],
    names: [target.name ?? []].flat().map((text) => text.toLowerCase()),
    group: [target.group ?? []].flat().map((text) => text.toLowerCase()),
  }));
  return await page.evaluate(
    (clues, mustBeFilled) => {
      const visible = (element: Element | null | undefined): element is Element =>
        (element?.getBoundingClientRect().width ?? 0) > 2;
      const nameOf = (element: Element): string =>
        (
          (element as HTMLInputElement).labels?.[0]?.textContent ??
          element.getAttribute('aria-label') ??
          (element.textContent || (element as HTMLInputElement).value) ??
          ''
        )
          .replace(/\s+/g, ' ')
          .trim()
          .toLowerCase();
      for (const control of document.querySelectorAll('button, a, input, select, textarea, [role]')) {
        const label = (control as HTMLInputElement).labels?.[0];
        const shown = visible(control) ? control : visible(label) ? label : undefined;
        if (!shown || control.matches(':disabled') || (mustBeFilled && (control as HTMLInputElement).value === ''))
          continue;
        const legend = control.closest('fieldset')?.querySelector('legend')?.textContent?.trim().toLowerCase() ?? '';
        const fits = clues.some(
          ({ ids, names, group }) =>
            ids.includes(control.id) ||
            (names.includes(nameOf(control)) && (group.length === 0 || group.includes(legend))),
        );
        if (!fits) continue;
        shown.scrollIntoView({ block: 'center' });
        const { left, top, width, height } = shown.getBoundingClientRect();
        return { left, top, width, height };
      }
      return undefined;
    },
    wanted,
    isEdit,
  );
}
