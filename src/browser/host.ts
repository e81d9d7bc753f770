// The one element the widget draws in, with an open shadow root, and the permanent control inside it.

const CONTROL_CSS = `
:host{all:initial;position:fixed;z-index:2147483646;inset:auto auto 0 0;color-scheme:light dark}
@media print{:host{display:none}}
[part=control]{all:unset;box-sizing:border-box;position:fixed;inset-block-end:calc(12px + env(safe-area-inset-bottom));inset-inline-start:calc(12px + env(safe-area-inset-left));min-block-size:44px;padding:0 16px;display:inline-flex;align-items:center;border:1px solid var(--s9-line,light-dark(#8a8f98,#6d7480));border-radius:var(--s9-radius-control,999px);background:var(--s9-surface,light-dark(#fff,#17191d));color:var(--s9-ink,light-dark(#1b1e24,#f1f2f4));font:500 14px/1.2 var(--s9-font,system-ui,sans-serif);cursor:pointer;box-shadow:0 1px 3px #0003}
[part=control]:focus-visible{outline:3px solid var(--s9-focus,light-dark(#1457d9,#8ab4ff));outline-offset:2px}
[hidden]{display:none!important}`;

const TEXT = 'Privacy choices';

export interface Host {
  readonly root: ShadowRoot;
  /** Shows or hides the permanent control. */
  control(shown: boolean, open: () => void): void;
}

function createElement(): ShadowRoot {
  const element = document.createElement('s9-consent');
  const root = element.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(CONTROL_CSS);
  root.adoptedStyleSheets = [sheet];
  // Between head and body: first in the tab order, and no `body > :first-child` is disturbed.
  document.head.after(element);
  return root;
}

/** Made when something has to be drawn, not before. */
export function createHost(theme: string): () => Host {
  let host: Host | undefined;
  return () => {
    if (host) return host;
    const root = createElement();
    if (theme !== 'auto') (root.host as HTMLElement).style.colorScheme = theme;
    let button: HTMLButtonElement | undefined;
    host = {
      root,
      control(shown, open) {
        if (!button) {
          button = document.createElement('button');
          button.type = 'button';
          button.setAttribute('part', 'control');
          button.setAttribute('data-action', 'open');
          button.textContent = TEXT;
          button.addEventListener('click', open);
          root.append(button);
        }
        button.hidden = !shown;
      },
    };
    return host;
  };
}
