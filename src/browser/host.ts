// The one element the widget draws in, with an open shadow root, and the permanent control inside it.

/* Colours are the page's own, by system colour: the control looks at home where nothing was themed. */
const CONTROL_CSS =
  ':host{all:initial}' +
  '.s9-control{all:unset;position:fixed;z-index:2147483646;bottom:12px;inset-inline-start:12px;padding:10px 16px;' +
  'border:1px solid;border-radius:99px;background:var(--s9-surface,Canvas);color:var(--s9-ink,CanvasText);' +
  'font:500 14px/1.5 var(--s9-font,system-ui);cursor:pointer}' +
  '.s9-control:focus-visible{outline:3px solid;outline-offset:2px}' +
  '@media print{.s9-control{display:none}}';

export interface Host {
  readonly root: ShadowRoot;
  /** Draws the permanent control, once. */
  control(open: () => void): void;
  hideControl(): void;
}

/** Made when something has to be drawn, not before. */
export function createHost(theme: string): Host {
  const element = document.createElement('s9-consent');
  const root = element.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(CONTROL_CSS);
  root.adoptedStyleSheets = [sheet];
  element.style.colorScheme = theme === 'auto' ? 'light dark' : theme;
  // Between head and body: first in the tab order, and no `body > :first-child` is disturbed.
  document.head.after(element);

  let button: HTMLButtonElement | undefined;
  return {
    root,
    control(open) {
      if (!button) {
        button = document.createElement('button');
        button.className = 's9-control';
        button.part = 'control';
        button.dataset['action'] = 'open';
        button.textContent = 'Privacy choices';
        button.onclick = open;
      }
      root.append(button);
    },
    hideControl: () => button?.remove(),
  };
}
