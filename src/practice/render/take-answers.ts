import { answer, make, type RenderContext } from './context';
import { caretAfter, type Gone, type Taken, takenOut } from './taken-out';

/**
 * Notes what is typed in a field. What must not be written is taken out again, and the reason said: it stays until the
 * field is filled anew, from empty or after it was left.
 */
export function takeAnswers(context: RenderContext, field: string, input: HTMLInputElement): void {
  let gone: Gone | undefined;
  let wasEmpty = isEmpty(input);
  let wasLeft = false;
  const goOn = (): void => {
    gone = undefined;
  };
  const take = (): void => {
    const refuse = context.host.refuse;
    const taken = refuse && takenOut(input.value, (text) => refuse(text), gone);
    if (taken) put(input, taken);
    if (taken?.reason) say(context, input, taken.reason);
    else if (wasLeft || (wasEmpty && !isEmpty(input))) say(context, input, undefined);
    gone = taken?.gone;
    wasEmpty = isEmpty(input);
    wasLeft = false;
    answer(context, field, input.value);
  };
  input.addEventListener('input', take);
  // Who comes back to the field, or goes elsewhere in it, writes something new.
  input.addEventListener('pointerdown', goOn);
  input.addEventListener('blur', () => {
    goOn();
    wasLeft = true;
  });
}

function isEmpty({ value }: HTMLInputElement): boolean {
  return value.trim() === '';
}

/** Some kinds of field have no caret that can be put: it stays at their end. */
function put(input: HTMLInputElement, taken: Taken): void {
  const { value, selectionStart } = input;
  if (value === taken.value) return;
  input.value = taken.value;
  if (selectionStart === null) return;
  const caret = caretAfter(value, selectionStart, taken);
  input.setSelectionRange(caret, caret);
}

function say(context: RenderContext, input: HTMLInputElement, reason: string | undefined): void {
  const wrapper = input.closest('.champ');
  const said = wrapper?.querySelector('.refus');
  if (!reason) said?.remove();
  else if (!said) wrapper?.append(make(context, 'p', { class: 'refus', role: 'alert' }, reason));
  else if (said.textContent !== reason) said.textContent = reason;
}
