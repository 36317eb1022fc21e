/** Never defined as a custom element: only a name that no page uses (design, decision 2). */
export const HOST_TAG = 'cote-a-cote';

/**
 * The page's own modal dialog that is on top, if one is open: everything outside it is inert, our host too.
 * Dialogs inside open shadow roots are found as well; our own (the test build's root is open) is not the page's.
 */
export function topModalDialog(document: Document): Element | undefined {
  let found: Element | undefined;
  const visit = (root: ParentNode): void => {
    for (const dialog of root.querySelectorAll('dialog:modal')) found = dialog;
  };
  visit(document);
  const active = document.activeElement;
  for (let at = active; at?.shadowRoot && at.localName !== HOST_TAG; at = at.shadowRoot.activeElement)
    visit(at.shadowRoot);
  return found;
}
