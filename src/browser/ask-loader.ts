// Brings the question and draws the permanent control, both in the one element of ours.
import type { Ask, AskHost, AskLoader } from '../core/ports.ts';
import type { Settings } from '../core/settings.ts';
import { signals } from './person.ts';

/* Colours are the page's own, by system colour: the control looks at home where nothing was themed. */
const CONTROL_CSS =
  ':host{all:initial}' +
  '[part=control]{all:unset;position:fixed;z-index:2147483646;inset:auto auto 12px 12px;padding:10px 16px;' +
  'border:1px solid;border-radius:99px;background:var(--s9-surface,Canvas);color:var(--s9-ink,CanvasText);' +
  'font:14px/1.5 system-ui;cursor:pointer}' +
  '[part=control]:focus-visible{outline:3px solid}' +
  '@media print{[part=control]{display:none}}';

const MAX_REMOUNTS = 20;

/** Makes an `Ask`, once the UI is here; `null` when it is not to be had. */
export type LoadAsk = (root: ShadowRoot, host: AskHost) => Promise<Ask | null>;

function createRoot(theme: Settings['theme']): ShadowRoot {
  const element = document.createElement('s9-consent');
  const root = element.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(CONTROL_CSS);
  root.adoptedStyleSheets = [sheet];
  element.style.colorScheme = !theme || theme === 'auto' ? 'light dark' : theme;
  // Between head and body: first in the tab order, and no `body > :first-child` is disturbed.
  document.head.after(element);
  // Hydration and document.write throw out what they did not make (F-35); a page that insists wins.
  let times = MAX_REMOUNTS;
  new MutationObserver(() => {
    if (!element.isConnected && times-- > 0) document.head.after(element);
  }).observe(document.documentElement, { childList: true });
  return root;
}

function createControl(open: () => void): HTMLButtonElement {
  const control = document.createElement('button');
  control.part = 'control';
  // A site must show that it honoured the signal (11 CCR 7025(c)(6), L-43).
  control.textContent = `${signals().gpc ? 'Opt-out honoured: ' : ''}Privacy choices`;
  control.onclick = open;
  return control;
}

export function createAskLoader(
  loadAsk: LoadAsk,
  theme: Settings['theme'],
  isOwnControl: boolean,
): AskLoader {
  let made: ShadowRoot | undefined;
  let control: HTMLElement | undefined;
  // Made when something has to be drawn, not before.
  const root = () => (made ??= createRoot(theme));
  return {
    bring: (askHost) => loadAsk(root(), askHost),
    drawControl(isShown, open) {
      const hasOwn = isOwnControl && document.querySelector('[data-consent-open]');
      const isDrawn = isShown && !hasOwn;
      // Put in place once: moving it would take the focus away from it.
      if (isDrawn) control ??= root().appendChild(createControl(open));
      if (control) control.style.display = isDrawn ? '' : 'none';
    },
  };
}
