import { render, type TemplateResult } from 'lit/html.js';

/**
 * Prints a template alone, from an empty frame inside our own shadow root: the page's own content and styles stay out,
 * and long sheets flow over several pages. The frame is removed as soon as the print dialog is over.
 */
export function printAlone(place: HTMLElement, title: string, css: string, content: TemplateResult): void {
  const frame = place.ownerDocument.createElement('iframe');
  frame.title = title;
  frame.setAttribute('aria-hidden', 'true');
  frame.style.cssText = 'position:fixed;width:210mm;height:1px;left:-300mm;border:0;';
  const print = (): void => {
    const { contentDocument, contentWindow } = frame;
    if (!contentDocument || !contentWindow) return;
    const Sheet = (contentWindow as Window & typeof globalThis).CSSStyleSheet;
    const sheet = new Sheet();
    sheet.replaceSync(css);
    contentDocument.adoptedStyleSheets = [sheet];
    contentDocument.documentElement.lang = 'fr';
    contentDocument.title = title;
    render(content, contentDocument.body);
    contentWindow.addEventListener('afterprint', () => frame.remove(), { once: true });
    contentWindow.print();
  };
  frame.addEventListener('load', print, { once: true });
  place.append(frame);
}
