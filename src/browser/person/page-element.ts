// The one element of ours in the page, and its shadow root.
import { NAME } from '../../core/name.ts';
import { own } from '../../core/own.ts';
import type { Settings } from '../../core/settings/settings.ts';
import css from './page-element.css?inline';

/** How long a page that comes in pieces is waited for. */
const PATIENCE_MS = 1000;
const MAX_MOUNTS = 20;
const MOUNTS_WITHIN_MS = 1000;

/**
 * It comes into the page as soon as the body is whole, before any deferred script runs: what stands behind
 * the body's own elements is what every hydration overlooks. It tells itself each time, by the event `mount`.
 *
 * @param onGone tells when something was taken out of the page.
 */
export function createPageElement(
  theme: Settings['theme'],
  onGone: (listener: () => void) => void,
): ShadowRoot {
  const page = own(document);
  const element = page.createElement(NAME);
  const root = element.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
  element.style.colorScheme = theme === 'auto' ? 'inherit' : theme;

  let mounts = MAX_MOUNTS;
  // Hydration, routers and document.write throw out what they did not make (F-35); a page that insists wins.
  function look(): void {
    if (element.isConnected) return;
    // For good: no second that passes gives it another try.
    if (!mounts) mounts = NaN;
    if (!mounts--) return;
    setTimeout(() => mounts++, MOUNTS_WITHIN_MS);
    // After document.open() no listener is left: what could not be pressed stays away.
    element.dispatchEvent(new Event('mount'));
  }
  element.addEventListener('mount', () => {
    // A router's snapshot has a copy of it, which is empty.
    const copy = page.querySelector(NAME);
    if (!copy?.shadowRoot) copy?.remove();
    // Not document.body: a form of that name would be given.
    (page.querySelector(':root>body') ?? page.querySelector(':root'))?.append(element);
  });
  function begin(): void {
    onGone(look);
    look();
  }
  if (page.readyState === 'loading') {
    page.addEventListener('readystatechange', begin);
    setTimeout(begin, PATIENCE_MS);
  } else begin();
  return root;
}
