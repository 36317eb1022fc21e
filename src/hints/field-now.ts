import type { FieldNow } from './checks';

/** Autocomplete tokens whose values we never read (HTML, autofill): passwords, one-time codes, card numbers. */
const SECRET_TOKENS = /\b(current-password|new-password|one-time-code|cc-[a-z-]+)\b/;

/** @returns whether a field is one that we never read. */
export function isSecret(element: Element): boolean {
  return element.matches('input[type=password]') || SECRET_TOKENS.test(element.getAttribute('autocomplete') ?? '');
}

/** Says whether a value is still the first one seen, without keeping it: only a salted digest stays in memory. */
export interface FirstSeen {
  isChanged(key: string, text: string): boolean;
  forget(key: string): void;
}

export function firstSeen(): FirstSeen {
  const [salt = 1] = crypto.getRandomValues(new Uint32Array(1));
  const digests = new Map<string, number>();
  return {
    isChanged(key, text) {
      const first = digests.get(key);
      if (first === undefined) digests.set(key, digest(text, salt));
      return first !== undefined && first !== digest('', salt) && first !== digest(text, salt);
    },
    forget: (key) => void digests.delete(key),
  };
}

/** FNV-1a, 32 bits. */
function digest(text: string, salt: number): number {
  let value = salt;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return value;
}

/** What is in a field, or in a group of choices, at this moment. The caller checks it and drops it. */
export function readField(element: Element): Pick<FieldNow, 'text' | 'isChosen'> {
  if (isSecret(element)) return { text: '', isChosen: false };
  if (element.matches('input[type=radio], input[type=checkbox]'))
    return { text: '', isChosen: (element as HTMLInputElement).checked };
  if (element.matches('select')) {
    const { value, selectedOptions } = element as HTMLSelectElement;
    return { text: value === '' ? '' : (selectedOptions[0]?.text.trim() ?? ''), isChosen: value !== '' };
  }
  if (element.matches('input, textarea')) return { text: (element as HTMLInputElement).value.trim(), isChosen: false };
  if (element.matches('[contenteditable], [role=textbox]'))
    return { text: element.textContent.trim(), isChosen: false };
  return { text: '', isChosen: holdsChoice(element) };
}

function holdsChoice(element: Element): boolean {
  if (element.getAttribute('aria-checked') === 'true' || element.getAttribute('aria-selected') === 'true') return true;
  const boxes = [...element.querySelectorAll<HTMLInputElement>('input[type=radio], input[type=checkbox]')];
  return boxes.some((box) => box.checked) || element.querySelector('[aria-checked="true"]') !== null;
}
