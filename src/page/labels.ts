import type { Root } from './roots';

/**
 * Which labels each field has. The browser's own `labels` walks the whole page for every field that is asked;
 * here the page's labels are asked for their fields, once.
 */
export interface Labels {
  of(field: Element): readonly HTMLLabelElement[];
  /** Reads the labels of these roots. @returns the fields that have gained or lost one. */
  refresh(roots: readonly Root[]): Element[];
}

export function createLabels(): Labels {
  let byField = new Map<Element, HTMLLabelElement[]>();
  return {
    of: (field) => byField.get(field) ?? [],
    refresh(roots) {
      const former = byField;
      byField = new Map();
      for (const root of roots) {
        for (const label of root.querySelectorAll('label')) {
          const { control } = label;
          if (!control) continue;
          const labels = byField.get(control);
          if (labels) labels.push(label);
          else byField.set(control, [label]);
        }
      }
      return [...new Set([...byField.keys(), ...former.keys()])].filter(
        (field) => !isSame(byField.get(field), former.get(field)),
      );
    },
  };
}

function isSame(a: readonly Element[] = [], b: readonly Element[] = []): boolean {
  return a.length === b.length && a.every((one, at) => one === b[at]);
}
