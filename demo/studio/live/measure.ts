// What the real widget in a frame comes to: contrasts, targets, whether yes and no are alike, what it covers.
import { contrast, rgbaOf } from './colour.ts';
import { drawnIn, pageIn, viewOf } from './frame.ts';

export interface Finding {
  readonly name: string;
  readonly isGood: boolean;
  /** What was measured, in words. */
  readonly value: string;
}

/** Of the window, 0 to 1: what of ours lies over the page. */
export function coveredIn(frame: HTMLIFrameElement): number {
  const view = viewOf(frame);
  if (!view) return 0;
  const { innerWidth, innerHeight } = view;
  const shares = drawnIn(
    frame,
    '[part~="banner"], dialog[open], [part~="control"], [part~="remains"]',
  ).map((part) => {
    const { left, right, top, bottom } = part.getBoundingClientRect();
    const width = Math.max(0, Math.min(right, innerWidth) - Math.max(left, 0));
    const height = Math.max(0, Math.min(bottom, innerHeight) - Math.max(top, 0));
    return (width * height) / (innerWidth * innerHeight);
  });
  return Math.max(0, ...shares);
}

const ratio = (value: number): string => `${value.toFixed(1)} : 1`;

function readability(name: string, element: Element, ground: Element, least: number): Finding {
  const value = contrast(
    rgbaOf(getComputedStyle(element).color),
    rgbaOf(getComputedStyle(ground).backgroundColor),
  );
  return { name, isGood: value >= least - 0.05, value: ratio(value) };
}

/** By its ground or by the line around it, whichever is clearer. */
function edge(button: Element, banner: Element): Finding {
  const { backgroundColor, borderTopColor } = getComputedStyle(button);
  const surface = rgbaOf(getComputedStyle(banner).backgroundColor);
  const [ground, line] = [backgroundColor, borderTopColor].map((colour) => {
    const rgba = rgbaOf(colour);
    return rgba[3] < 255 ? 1 : contrast(rgba, surface);
  });
  const value = Math.max(ground ?? 1, line ?? 1);
  const by = (line ?? 1) > (ground ?? 1) ? ', by a line around them' : '';
  return { name: 'Edge of the answers', isGood: value >= 2.95, value: ratio(value) + by };
}

const ALIKE = [
  'color',
  'backgroundColor',
  'borderTopColor',
  'borderTopWidth',
  'borderRadius',
  'fontSize',
  'fontWeight',
  'fontFamily',
  'textTransform',
  'boxShadow',
  'opacity',
] as const;

/** L-15: neither answer is easier to see or to press. */
function likeness(accept: HTMLElement, reject: HTMLElement): Finding {
  const [one, other] = [getComputedStyle(accept), getComputedStyle(reject)];
  const [a, b] = [accept.getBoundingClientRect(), reject.getBoundingClientRect()];
  const unlike: string[] = ALIKE.filter((member) => one[member] !== other[member]);
  if (Math.abs(a.width - b.width) > 1) unlike.push('width');
  if (Math.abs(a.height - b.height) > 1) unlike.push('height');
  const value = unlike.length > 0 ? `differ in ${unlike.join(', ')}` : 'size, weight, colour';
  return { name: 'Yes and no alike', isGood: unlike.length === 0, value };
}

const TARGET_PX = 44;

function targets(buttons: readonly HTMLElement[]): Finding {
  const sides = buttons.map((button) => {
    const { width, height } = button.getBoundingClientRect();
    return Math.min(width, height);
  });
  const least = Math.min(...sides);
  return {
    name: 'Smallest target',
    isGood: least >= TARGET_PX - 0.5,
    value: `${Math.round(least)} px`,
  };
}

/** What is to be read off the banner on screen; none where there is no banner. */
export function findingsIn(frame: HTMLIFrameElement): Finding[] {
  const of = (selector: string) => drawnIn(frame, selector)[0];
  const [banner, accept, reject] = [
    of('[part~="banner"]'),
    of('[data-action="accept"]'),
    of('[data-action="reject"]'),
  ];
  const [title, lead] = [of('#title'), of('#lead')];
  if (!banner || !accept || !reject || !title || !lead) return [];
  return [
    readability('Words', title, banner, 4.5),
    readability('Quieter words', lead, banner, 4.5),
    readability('Words on the answers', accept, accept, 4.5),
    edge(accept, banner),
    targets(drawnIn(frame, '[part~="banner"] button')),
    likeness(accept, reject),
    {
      name: 'Of the window',
      isGood: coveredIn(frame) <= 0.5,
      value: `${Math.round(coveredIn(frame) * 100)} %`,
    },
  ];
}

/** What a property of the widget's own has come to, such as `--accent`, as a colour; `null` where nothing is drawn. */
export function colourIn(frame: HTMLIFrameElement, carrier: string): string | null {
  const box = pageIn(frame)
    ?.querySelector('s9-consent')
    ?.shadowRoot?.querySelector<HTMLElement>('.s9');
  if (!box) return null;
  const styles = getComputedStyle(box);
  // In the studio's own page: the frame's is not to be touched.
  const probe = document.createElement('i');
  probe.style.colorScheme = styles.colorScheme;
  probe.style.color = styles.getPropertyValue(carrier);
  if (!probe.style.color) return null;
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}
