import type { Block, Container } from '../../schema';
import { freshId, make, type RenderContext } from './context';

type Build = (context: RenderContext, blocks: readonly Block[]) => Node[];

/** A block that holds others: form, named part, window, component with an open shadow root, frame, double mark-up… */
export function buildContainer(context: RenderContext, block: Container, build: Build): HTMLElement {
  const named = { id: block.id, class: block.class };
  switch (block.block) {
    case 'form':
      return buildForm(context, block, build);
    case 'group':
      return make(
        context,
        'fieldset',
        { ...named, role: block.role },
        make(context, 'legend', {}, block.name ?? ''),
        ...build(context, block.blocks),
      );
    case 'region':
      return buildRegion(context, block, build);
    case 'details':
      return make(
        context,
        'details',
        { ...named, open: block.open },
        make(context, 'summary', {}, block.name ?? ''),
        ...build(context, block.blocks),
      );
    case 'dialog':
      return buildDialog(context, block, build);
    case 'shadow':
      return buildShadow(context, block, build);
    case 'twice':
      return buildTwice(context, block, build);
    case 'frame':
      return buildFrame(context, block, build);
    case 'div':
      return make(
        context,
        block.tag ?? 'div',
        { ...named, role: block.role, 'aria-label': block.name },
        ...build(context, block.blocks),
      );
  }
}

function buildForm(context: RenderContext, block: Container, build: Build): HTMLElement {
  const form = make(
    context,
    'form',
    { id: block.id, class: block.class, 'aria-label': block.name, novalidate: true },
    ...build(context, block.blocks),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    context.host.log('submit');
    context.host.submitted({ ...context.answers });
    const to = form.getAttribute('data-to');
    if (to) context.host.navigate(to);
  });
  return form;
}

const TAG_OF_ROLE: Record<string, string> = {
  main: 'main',
  navigation: 'nav',
  banner: 'header',
  contentinfo: 'footer',
  complementary: 'aside',
};

function buildRegion(context: RenderContext, block: Container, build: Build): HTMLElement {
  const tag = block.tag ?? TAG_OF_ROLE[block.role ?? ''] ?? 'section';
  const attributes = {
    id: block.id,
    class: block.class,
    'aria-label': block.name,
    role: block.role && TAG_OF_ROLE[block.role] ? undefined : block.role,
  };
  return make(context, tag, attributes, ...build(context, block.blocks));
}

function buildDialog(context: RenderContext, block: Container, build: Build): HTMLElement {
  const titleId = freshId(context, `titre-${block.id ?? block.name ?? 'fenetre'}`);
  const dialog = make(
    context,
    'dialog',
    { id: block.id, class: block.class, 'data-name': block.id, 'aria-labelledby': titleId },
    make(context, 'h2', { id: titleId }, block.name ?? ''),
    ...build(context, block.blocks),
  ) as HTMLDialogElement;
  if (block.open) queueMicrotask(() => dialog.isConnected && dialog.showModal());
  return dialog;
}

function buildShadow(context: RenderContext, block: Container, build: Build): HTMLElement {
  const host = make(context, block.tag ?? 'composant-exercice', {
    id: block.id,
    class: block.class,
    role: block.role,
    'aria-label': block.name,
  });
  const root = host.attachShadow({ mode: 'open' });
  root.append(...build(context, block.blocks));
  // The page's style sheet reaches no further than the host: what it dresses inside has to be a named part.
  for (const inner of root.querySelectorAll('button, section')) inner.setAttribute('part', inner.localName);
  return host;
}

/** The same content for phones (hidden here) and for computers, ids repeated, as some real pages do. */
function buildTwice(context: RenderContext, block: Container, build: Build): HTMLElement {
  const phone = make(
    context,
    'div',
    { class: 'visible-xs', hidden: true, style: 'display:none' },
    ...build({ ...context, copy: '-xs' }, block.blocks),
  );
  const desktop = make(context, 'div', { class: 'hidden-xs' }, ...build(context, block.blocks));
  return make(context, 'div', { id: block.id, class: block.class }, phone, desktop);
}

function buildFrame(context: RenderContext, block: Container, build: Build): HTMLElement {
  const frame = make(context, 'iframe', {
    id: block.id,
    class: block.class,
    title: block.name,
    style: 'width:100%;height:320px;border:1px solid #888',
  }) as HTMLIFrameElement;
  frame.addEventListener('load', () => {
    const inner = frame.contentDocument;
    if (!inner || inner.body.childElementCount > 0) return;
    inner.body.append(...build({ ...context, document: inner }, block.blocks));
  });
  return frame;
}
