// Ways of a page to have something pressed that nobody can see or read, and what only looks like one.

export interface Trick {
  readonly css?: string;
  /** What of it is a popover is opened. */
  readonly html?: string;
}

export interface StyleTrick extends Trick {
  /** It lies over the control, and no hit test can find it. */
  readonly isCover?: true;
}

const ALL_OVER =
  'position:fixed;inset:0;width:100vw;height:100vh;margin:0;border:0;background:#fff';
const POINT =
  'position:fixed;inset:auto;width:1px;height:1px;margin:0;padding:0;border:0;overflow:visible';
const part = (name: string, style: string): string => `s9-consent::part(${name}){${style}}`;

export const TRICKS_BY_STYLE: Readonly<Record<string, StyleTrick>> = {
  'a layer that can never be hit': {
    html: `<div popover="manual" style="${ALL_OVER};pointer-events:none!important">Play</div>`,
    isCover: true,
  },
  'words that a layer brings along': {
    html: `<div popover="manual" class="bringer" style="${POINT};pointer-events:none!important"></div>`,
    css: '.bringer::after{content:"Play";position:fixed;inset:0;background:#fff;pointer-events:none}',
    isCover: true,
  },
  'the backdrop of a layer': {
    html: `<div popover="manual" class="backed" style="${POINT}"></div>`,
    css: '.backed::backdrop{background:#fff;pointer-events:none}',
    isCover: true,
  },
  'a layer in a component': {
    html: `<x-layer popover="manual" style="${POINT}"><template shadowrootmode="open">
      <div style="${ALL_OVER};pointer-events:none">Play</div></template></x-layer>`,
    isCover: true,
  },
  'what the banner itself brings along': {
    css: part('banner', 'position:fixed').concat(
      's9-consent::part(banner)::after{content:"Play";position:absolute;inset:0;background:#fff;pointer-events:none}',
    ),
  },
  'cut off': { css: 's9-consent{clip-path:inset(100%)!important}' },
  'dark all over': { css: part('banner', 'filter:brightness(0)!important') },
  blurred: { css: part('banner', 'filter:blur(40px)!important') },
  'without contrast': { css: part('banner', 'filter:contrast(0.01)') },
  'half inverted': { css: part('banner', 'filter:invert(.5)') },
  'filtered by who knows what': { css: part('banner', 'filter:url(#nothing)') },
  'all but see-through': { css: part('banner', 'opacity:.01!important') },
  tiny: { css: part('banner', 'transform:scale(.2)!important') },
  'tiny by zoom': { css: part('banner', 'zoom:.2!important') },
  'on its head': { css: part('banner', 'rotate:180deg!important') },
  mirrored: { css: part('banner', 'transform:scaleX(-1)!important') },
  'blended away': {
    css: part('banner', 'mix-blend-mode:lighten!important;background:#000!important'),
  },
  'other words before it': { css: 's9-consent::part(accept)::before{content:"Reject all, not: "}' },
};

/** Every rule of these is in vain: the button can be seen and read as it can without. */
export const HARMLESS: Readonly<Record<string, Trick>> = {
  'tokens of one colour': { css: 's9-consent{--s9-accent:#fff;--s9-surface:#fff}' },
  'tokens that are none': {
    css: 's9-consent{--s9-accent:transparent;--s9-surface:currentColor;--s9-text-size:0;--s9-font:none}',
  },
  'a picture of other words': {
    css: `s9-consent{--s9-accent:url("data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>")}`,
  },
  'a shadow over its words': { css: 's9-consent{--s9-shadow:inset 0 0 0 999px #fff}' },
  'rules for the button, which reach nothing': {
    css: part(
      'accept',
      'clip-path:inset(49%)!important;color:transparent!important;font-size:0!important;text-indent:-9999px!important',
    ),
  },
};

export const FAIR: Readonly<Record<string, Trick>> = {
  'a page in grey, blurred behind the banner': {
    css: 'html{filter:grayscale(1)}body{filter:blur(4px);transform:translateZ(0)}',
  },
  'a theme': {
    css: `s9-consent{--s9-accent:oklch(0.4 0.1 20);--s9-surface:color(display-p3 0.9 1 0.9);--s9-radius:0}
      ${part('banner', 'border:3px solid teal;border-radius:0;transform:translateX(2px)')}`,
  },
  'a surface that is half see-through': { css: 's9-consent{--s9-surface:#fffa}' },
};

/** Runs in the page; what it returns takes the trick away. All of it in a component: elsewhere a layer goes under the notice. */
export function lay({ css = '', html = '' }: Trick): () => void {
  const style = document.createElement('style');
  style.textContent = css;
  const layer = document.createElement('div');
  const root = layer.attachShadow({ mode: 'open' });
  root.setHTMLUnsafe(html);
  root.append(style.cloneNode(true));
  document.head.append(style);
  document.body.append(layer);
  for (const each of root.querySelectorAll<HTMLElement>('[popover]')) each.showPopover();
  return () => {
    style.remove();
    layer.remove();
  };
}

/** Runs in the page: resolves when the browser itself no longer calls the control visible. */
export const unseen = (control: Element): Promise<void> =>
  new Promise((done) => {
    const look = (entries: IntersectionObserverEntry[]): void => {
      if (entries.some((entry) => !(entry as { isVisible?: boolean }).isVisible)) done();
    };
    const asked = { trackVisibility: true, delay: 100 };
    new IntersectionObserver(look, asked as IntersectionObserverInit).observe(control);
  });

/** Runs in the page: what comes of the next press. */
export const reached = (): Promise<string> =>
  new Promise((done) => {
    document.addEventListener('s9:refused', ({ detail }) => done(detail.reason), { once: true });
    document.addEventListener('s9:change', () => done('change'), { once: true });
  });
