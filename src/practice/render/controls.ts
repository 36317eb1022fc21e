import type { Block } from '../../schema';
import { leadsNowhere } from '../../schema/practice-blocks';
import { make, type RenderContext } from './context';

type Of<K extends Block['block']> = Extract<Block, { block: K }>;

/** A link: to another page of the exercise, or to an address that does nothing here. */
export function buildLink(context: RenderContext, block: Of<'link'>): HTMLElement {
  const link = make(context, 'a', { href: block.href ?? '#', id: block.id, class: block.class }, block.name);
  link.addEventListener('click', (event) => {
    event.preventDefault();
    context.host.log(`link:${block.name}`);
    if (block.to) context.host.navigate(block.to);
    else context.host.log(`nothing:${block.name}`);
  });
  return make(context, 'p', {}, link);
}

/** A button, under any of the tags that real sites use for one. */
export function buildButton(context: RenderContext, block: Of<'button'>): HTMLElement {
  const button = buttonElement(context, block);
  const act = (event: Event): void => {
    if (button.matches(':disabled, [aria-disabled=true]')) return;
    context.host.log(`button:${block.name}`);
    if (isSubmit(block, button)) {
      if (block.to) button.closest('form')?.setAttribute('data-to', block.to);
      return;
    }
    event.preventDefault();
    carryOut(context, block, button);
  };
  button.addEventListener('click', act);
  if (block.as === 'div') {
    button.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') act(event);
    });
  }
  if (block.disabledUntil) followAnswer(context, button, block.disabledUntil);
  return make(context, 'p', {}, button);
}

/** A submit button in a form: the browser's own submission does the rest. */
function isSubmit(block: Of<'button'>, button: HTMLElement): boolean {
  return block.sends === true && (block.as === 'button' || block.as === 'input') && button.closest('form') !== null;
}

function carryOut(context: RenderContext, block: Of<'button'>, button: HTMLElement): void {
  if (block.opens) openDialog(button, block.opens);
  if (block.closes) closeAround(button);
  if (block.downloads) context.host.log(`download:${block.downloads}`);
  if (block.sends) context.host.submitted({ ...context.answers });
  if (block.to) context.host.navigate(block.to);
  if (leadsNowhere(block)) context.host.log(`nothing:${block.name}`);
}

function buttonElement(context: RenderContext, block: Of<'button'>): HTMLElement {
  const named = { id: block.id, class: block.class };
  switch (block.as) {
    case 'link':
      return make(context, 'a', { ...named, href: '#', role: 'button' }, block.name);
    case 'input':
      return make(context, 'input', { ...named, type: block.sends ? 'submit' : 'button', value: block.name });
    case 'div':
      return make(context, 'div', { ...named, tabindex: '0', style: 'cursor:pointer' }, block.name);
    case 'button':
      return make(context, 'button', { ...named, type: block.sends ? 'submit' : 'button' }, block.name);
  }
}

function followAnswer(context: RenderContext, button: HTMLElement, field: string): void {
  const follow = (): void => {
    button.toggleAttribute('disabled', !context.answers[field]);
  };
  follow();
  context.onAnswer.push(follow);
}

/** The window around the button; a component that is no window, such as a banner, goes away as a whole. */
function closeAround(button: HTMLElement): void {
  const dialog = button.closest('dialog');
  const root = button.getRootNode();
  if (dialog) dialog.close();
  else if (root instanceof ShadowRoot) root.host.remove();
}

function openDialog(near: Element, name: string): void {
  const root = near.getRootNode() as Document | ShadowRoot;
  root.querySelector<HTMLDialogElement>(`dialog[data-name="${CSS.escape(name)}"]`)?.showModal();
}
