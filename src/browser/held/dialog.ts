// A placeholder whose frame has no room for it, in a modal dialog of its own.
import type { LayOver } from '../../core/ask/ask.ts';
import { own } from '../../core/own.ts';
import css from './dialog.css?inline';

/** What inside this one has the focus, in whichever root and document of ours. */
function focusedIn(element: Element): HTMLElement {
  const { shadowRoot, contentDocument } = own(element as HTMLIFrameElement);
  const inside = (shadowRoot ?? contentDocument)?.activeElement;
  return inside ? focusedIn(inside) : (element as HTMLElement);
}

export const openDialog: LayOver = (element, frame) => {
  const page = own(document);
  const opener = page.activeElement && focusedIn(page.activeElement);
  const cover = page.createElement('s9-cover');
  const dialog = page.createElement('dialog');
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  const root = cover.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [sheet];
  root.append(dialog);
  dialog.append(element);
  // A press beside it closes it, where browsers know how.
  dialog.setAttribute('closedby', 'any');
  dialog.addEventListener('close', () => {
    cover.remove();
    // No browser gives the focus back into a frame.
    (frame as HTMLElement).focus();
    opener?.focus();
  });
  // After the body: none of its children gets a sibling.
  page.documentElement.append(cover);
  dialog.showModal();
  const inside = element.shadowRoot as ShadowRoot;
  dialog.ariaLabel = inside.querySelector('h2')?.textContent ?? '';
  // Not on a button that answers.
  inside.querySelector<HTMLElement>('[role=group]')?.focus();
  return () => {
    dialog.close();
    cover.remove();
  };
};
