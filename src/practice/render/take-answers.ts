import { answer, make, type RenderContext } from './context';
import { type Gone, takenOut } from './taken-out';

/** ms without a key; after it what is typed is no longer the rest of what was taken out. */
const PAUSE = 3000;

/**
 * Notes what is typed in a field. What must not be written is taken out again, and the reason said: it stays until the
 * field is filled anew, from empty or after it was left.
 */
export function takeAnswers(context: RenderContext, field: string, input: HTMLInputElement): void {
  let gone: Gone | undefined;
  let typedAt = 0;
  let wasEmpty = input.value === '';
  let wasLeft = false;
  const goOn = (): void => {
    gone = undefined;
  };
  const take = (time: number): void => {
    if (time - typedAt > PAUSE) goOn();
    typedAt = time;
    const refuse = context.host.refuse;
    const taken = refuse && takenOut(input.value, (text) => refuse(text), gone);
    if (taken?.reason) {
      input.value = taken.value;
      putCaret(input, taken.gone?.before.length ?? 0);
      say(context, input, taken.reason);
    } else if (wasLeft || (wasEmpty && gone === undefined)) say(context, input, undefined);
    gone = taken?.gone;
    wasEmpty = input.value === '';
    wasLeft = false;
    answer(context, field, input.value);
  };
  input.addEventListener('input', ({ timeStamp }) => take(timeStamp));
  // Who comes back to the field, or goes elsewhere in it, writes something new.
  input.addEventListener('pointerdown', goOn);
  input.addEventListener('blur', () => {
    goOn();
    wasLeft = true;
  });
}

/** Some kinds of field have no caret that can be put: it stays at their end. */
function putCaret(input: HTMLInputElement, at: number): void {
  if (input.selectionStart !== null) input.setSelectionRange(at, at);
}

function say(context: RenderContext, input: HTMLInputElement, reason: string | undefined): void {
  const wrapper = input.closest('.champ');
  const said = wrapper?.querySelector('.refus');
  if (!reason) said?.remove();
  else if (!said) wrapper?.append(make(context, 'p', { class: 'refus', role: 'alert' }, reason));
  else if (said.textContent !== reason) said.textContent = reason;
}
