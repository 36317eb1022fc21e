import type { Block } from '../../schema';
import { LONGEST_ANSWER } from '../exercise';
import { answer, freshId, make, type RenderContext } from './context';
import { takeAnswers } from './take-answers';

type Of<K extends Block['block']> = Extract<Block, { block: K }>;

/** A field to type in, tied to its label in the way the description says. */
export function buildField(context: RenderContext, block: Of<'field'>): HTMLElement {
  const id = block.id ?? freshId(context, block.field);
  const helpId = block.help ? `${id}-aide` : undefined;
  const value = context.answers[block.field] ?? block.value;
  const by = block.labelBy;
  const input = make(context, block.type === 'textarea' ? 'textarea' : 'input', {
    id,
    class: block.class,
    name: block.field,
    autocomplete: block.autocomplete,
    maxlength: String(LONGEST_ANSWER),
    'aria-describedby': helpId,
    type: block.type === 'textarea' ? undefined : block.type,
    value: block.type === 'textarea' ? undefined : value,
    'aria-label': by === 'aria' ? block.label : undefined,
    placeholder: by === 'placeholder' ? block.label : undefined,
  }) as HTMLInputElement;
  if (block.type === 'textarea' && value !== undefined) input.value = value;
  if (value !== undefined) context.answers[block.field] = value;
  takeAnswers(context, block.field, input);
  const help = block.help && helpId ? [make(context, 'p', { id: helpId, class: 'aide' }, block.help)] : [];
  return make(context, 'div', { class: 'champ' }, ...labelled(context, block, input, id), ...help);
}

function labelled(context: RenderContext, block: Of<'field'>, input: HTMLElement, id: string): Node[] {
  switch (block.labelBy) {
    case 'nested':
      return [make(context, 'label', {}, `${block.label} `, input)];
    case 'cell': {
      const row = make(context, 'tr', {}, make(context, 'td', {}, block.label), make(context, 'td', {}, input));
      return [make(context, 'table', {}, make(context, 'tbody', {}, row))];
    }
    case 'aria':
      return [make(context, 'span', { 'aria-hidden': 'true' }, block.label), input];
    case 'placeholder':
      return [input];
    case 'for':
      return [make(context, 'label', { for: id }, block.label), input];
  }
}

/** Choices under a legend; the circles may be hidden behind their labels, as on some real sites. */
export function buildRadios(context: RenderContext, block: Of<'radios'>): HTMLElement {
  const group = `${block.field}${context.copy}`;
  const options = block.options.map((option) => {
    const id = `${option.id ?? freshId(context, `${block.field}-${option.value}`)}`;
    const checked =
      context.answers[block.field] === undefined ? option.checked : context.answers[block.field] === option.value;
    const input = make(context, 'input', {
      type: 'radio',
      id,
      name: group,
      value: option.value,
      checked,
      class: hiddenClass(block.hiddenInputs),
    }) as HTMLInputElement;
    if (checked) context.answers[block.field] = option.value;
    input.addEventListener('change', () => answer(context, block.field, option.value));
    return make(context, 'li', {}, input, make(context, 'label', { for: id, class: 'choix' }, option.label));
  });
  return make(
    context,
    'fieldset',
    { id: block.id, class: block.class },
    make(context, 'legend', {}, block.legend),
    make(context, 'ul', {}, ...options),
  );
}

/** A box to tick. */
export function buildCheckbox(context: RenderContext, block: Of<'checkbox'>): HTMLElement {
  const id = block.id ?? freshId(context, block.field);
  const checked = context.answers[block.field] === undefined ? block.checked : context.answers[block.field] === 'oui';
  const input = make(context, 'input', {
    type: 'checkbox',
    id,
    name: block.field,
    checked,
    class: hiddenClass(block.hiddenInputs),
  }) as HTMLInputElement;
  context.answers[block.field] = checked ? 'oui' : '';
  input.addEventListener('change', () => answer(context, block.field, input.checked ? 'oui' : ''));
  return make(
    context,
    'div',
    { class: 'champ' },
    input,
    make(context, 'label', { for: id, class: 'choix' }, block.label),
  );
}

/** A list to choose from. */
export function buildSelect(context: RenderContext, block: Of<'select'>): HTMLElement {
  const id = block.id ?? freshId(context, block.field);
  const known = context.answers[block.field];
  const options = block.options.map((option) =>
    make(
      context,
      'option',
      { value: option.value, selected: known === undefined ? option.selected : known === option.value },
      option.label,
    ),
  );
  const select = make(
    context,
    'select',
    { id, name: block.field, class: block.class },
    ...options,
  ) as HTMLSelectElement;
  // A list is never without a choice: the one it shows is what would be sent.
  if (known === undefined && select.value !== '') context.answers[block.field] = select.value;
  select.addEventListener('change', () => answer(context, block.field, select.value));
  return make(context, 'div', { class: 'champ' }, make(context, 'label', { for: id }, block.label), select);
}

function hiddenClass(hidden: boolean | undefined): string | undefined {
  return hidden ? 'cache-derriere-libelle' : undefined;
}
