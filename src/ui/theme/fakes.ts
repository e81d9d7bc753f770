// Values that pages set for tokens, sane and mad; and what of a view they leave too faint. For tests only.
import fc from 'fast-check';

const byte = fc.integer({ min: 0, max: 255 });
const unit = fc.double({ min: -0.5, max: 1.5, noNaN: true }).map((each) => each.toFixed(4));
const alpha = fc.constantFrom('', '', ' / 0', ' / 0.3', ' / 80%', ' / none');
const named = fc.constantFrom(
  ...'white black red yellow gold navy gray silver rebeccapurple teal fuchsia Canvas CanvasText ButtonFace LinkText Mark AccentColor GrayText'.split(
    ' ',
  ),
);
const hex = fc
  .tuple(byte, byte, byte)
  .map((rgb) => `#${rgb.map((each) => each.toString(16).padStart(2, '0')).join('')}`);
const spaces = fc.constantFrom(
  ...'srgb srgb-linear display-p3 a98-rgb prophoto-rgb rec2020 xyz xyz-d50'.split(' '),
);

const plain = fc.oneof(
  named,
  hex,
  hex,
  fc.tuple(byte, byte, byte, alpha).map(([r, g, b, a]) => `rgb(${r} ${g} ${b}${a})`),
  fc
    .tuple(byte, unit, unit, alpha)
    .map(([h, s, l, a]) => `hsl(${h} ${+s * 100}% ${+l * 100}%${a})`),
  fc.tuple(unit, unit, byte, alpha).map(([l, c, h, a]) => `oklch(${l} ${c} ${h}${a})`),
  fc
    .tuple(unit, byte, byte, alpha)
    .map(([l, p, q, a]) => `lab(${+l * 100} ${p - 128} ${q - 128}${a})`),
  fc
    .tuple(spaces, unit, unit, unit, alpha)
    .map(([space, r, g, b, a]) => `color(${space} ${r} ${g} ${b}${a})`),
);

/** What no colour can be made of, or not the same one everywhere. */
const MAD = [
  '',
  ' ',
  'transparent',
  'currentColor',
  'color-mix(in srgb, currentColor 40%, red)',
  'inherit',
  'initial',
  'unset',
  'revert-layer',
  'hello',
  '#12',
  '12px',
  'url(x.png)',
  'linear-gradient(red, blue)',
  'var(--nothing)',
  'var(--nothing, #abc)',
  'var(--s9-surface)',
  'rgb(calc(infinity) 0 0)',
  'rgb(calc(0 / 0) 0 0)',
  'oklch(none none none)',
  'color(srgb none 1 none)',
  'red red',
  'rgb(from #fff r g b)',
];

export const colors = fc.oneof(
  { weight: 6, arbitrary: plain },
  { weight: 1, arbitrary: fc.constantFrom(...MAD) },
  {
    weight: 2,
    arbitrary: fc.tuple(plain, plain).map(([one, other]) => `light-dark(${one}, ${other})`),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(plain, byte, plain)
      .map(([one, part, other]) => `color-mix(in oklab, ${one} ${part / 2.55}%, ${other})`),
  },
);

const MAD_LENGTHS = [
  ...',0,8,1e9px,-1e9px,calc(infinity * 1px),calc(-infinity * 1px),calc(0px / 0)'.split(','),
  ...'calc(NaN * 1px)|larger|auto|4px 8px|50%|inherit|hello|var(--nothing)|1px, 5px'.split('|'),
];

export const lengths = fc.oneof(
  fc
    .tuple(
      fc.integer({ min: -50, max: 5000 }),
      fc.constantFrom(...'px em rem % vw ch pt in cqw'.split(' ')),
    )
    .map(([number, of]) => `${number / 10}${of}`),
  fc.constantFrom(...MAD_LENGTHS),
);

const FONTS =
  'Georgia, serif|"No Such Face"|No Such Face|Noto Color Emoji|inherit|12px|,|red, |"x|'.split('|');

export const fonts = fc.constantFrom(...FONTS);

const SHADOWS =
  'none|0 0|0 0 40px red|inset 0 0 0 999px black|0 0 #000, INSET 0 0 0 50px #fff|hello|0 0 calc(infinity * 1px) 9px|'.split(
    '|',
  );

export const shadows = fc.constantFrom(...SHADOWS);

/** Every value that cannot be kept, by itself: however few sets are drawn by chance, these are tried. */
export const MAD_SETS: [Record<string, string>][] = [
  ...['surface', 'accent'].flatMap((token) => MAD.map((value) => [token, value])),
  ...['radius', 'corner', 'text-size', 'space'].flatMap((token) =>
    MAD_LENGTHS.map((value) => [token, value]),
  ),
  ...FONTS.map((value) => ['font', value]),
  ...SHADOWS.map((value) => ['shadow', value]),
].map(([token = '', value = '']) => [{ [token]: value }]);

const brush = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
type Rgba = readonly number[];
const known = new Map<string, Rgba>();

/** Any computed colour as a screen has it: red, green, blue, alpha, each to 255. */
function pixelOf(color: string): Rgba {
  let pixel = known.get(color);
  if (pixel || !brush) return pixel ?? [];
  brush.clearRect(0, 0, 1, 1);
  brush.fillStyle = '#f0f';
  brush.fillStyle = color;
  brush.fillRect(0, 0, 1, 1);
  pixel = [...brush.getImageData(0, 0, 1, 1).data];
  known.set(color, pixel);
  return pixel;
}

/** Relative luminance (WCAG 2.2). */
function luminance(pixel: Rgba): number {
  const [r = 0, g = 0, b = 0] = pixel.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: Rgba, other: Rgba): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** What is behind an element's words, itself included; none where nothing opaque is. */
type GroundOf = (element: Element | null) => Rgba | undefined;

function createGroundOf(): GroundOf {
  const grounds = new Map<Element, Rgba | undefined>();
  const groundOf: GroundOf = (element) => {
    if (!element) return undefined;
    if (!grounds.has(element)) {
      const pixel = pixelOf(getComputedStyle(element).backgroundColor);
      grounds.set(element, pixel[3] === 255 ? pixel : groundOf(element.parentElement));
    }
    return grounds.get(element);
  };
  return groundOf;
}

const WORDS = /\S/;
const hasWords = (element: Element): boolean =>
  [...element.childNodes].some(
    (node) => node.nodeType === Node.TEXT_NODE && WORDS.test(node.textContent ?? ''),
  );

const nameOf = (element: Element): string =>
  `${element.localName}.${element.className} “${element.textContent?.slice(0, 20)}”`;

function wordFaults(element: Element, groundOf: GroundOf): string[] {
  const style = getComputedStyle(element);
  const size = Number.parseFloat(style.fontSize);
  const ground = groundOf(element);
  const ratio = ground ? contrast(pixelOf(style.color), ground) : 0;
  return [
    ...(ratio < 4.5 ? [`words ${ratio.toFixed(2)}:1 ${style.color}`] : []),
    ...(size < 12 || size > 30 ? [`${size}px`] : []),
  ];
}

/** Whether what can be pressed has an edge: by its own ground, or by the line around it. */
function edgeFaults(control: Element, groundOf: GroundOf): string[] {
  const around = groundOf(control.parentElement);
  if (!around) return ['nothing behind it'];
  // A switch is larger than what is drawn of it.
  const drawn = control.matches('input') ? '::before' : null;
  const { backgroundColor, borderTopColor } = getComputedStyle(control, drawn);
  const shown = [backgroundColor, borderTopColor].map(pixelOf).filter(([, , , a]) => a === 255);
  const most = Math.max(...shown.map((pixel) => contrast(pixel, around)));
  return most < 3 ? [`edge ${most.toFixed(2)}:1`] : [];
}

function sizeFaults(control: HTMLElement): string[] {
  const { height } = control.getBoundingClientRect();
  const isCut =
    control.scrollWidth > control.clientWidth || control.scrollHeight > control.clientHeight;
  return [...(height < 43.9 ? [`${height} high`] : []), ...(isCut ? ['cut off'] : [])];
}

/** What of a switch shows where it stands. */
function thumbFaults(control: HTMLInputElement, groundOf: GroundOf): string[] {
  const [filled, thumb] = ['::before', '::after'].map((part) =>
    pixelOf(getComputedStyle(control, part).backgroundColor),
  );
  const track = filled?.[3] === 255 ? filled : groundOf(control);
  const ratio = track && thumb ? contrast(thumb, track) : 0;
  return ratio < 3 ? [`thumb ${ratio.toFixed(2)}:1`] : [];
}

/** Everything that is too faint, too small, cut off or painted over in what is drawn. */
export function faultsIn(view: Element): string[] {
  const groundOf = createGroundOf();
  const of = (element: HTMLElement): string[] => [
    ...(hasWords(element) ? wordFaults(element, groundOf) : []),
    ...(element.matches('button:not([data-action=close]),input:enabled')
      ? edgeFaults(element, groundOf)
      : []),
    ...(element.matches('button') ? sizeFaults(element) : []),
    ...(element instanceof HTMLInputElement && !element.disabled
      ? thumbFaults(element, groundOf)
      : []),
  ];
  const isPaintedOver = getComputedStyle(view).boxShadow.includes('inset');
  return [...view.querySelectorAll<HTMLElement>('*')]
    .filter((element) => element.checkVisibility() && !element.matches('.unseen'))
    .flatMap((element) => of(element).map((fault) => `${fault} in ${nameOf(element)}`))
    .concat(isPaintedOver ? ['painted over'] : []);
}

/** What of the focus ring does not show: two colours, one of which has to on anything. */
export function ringFaults(control: HTMLElement): string[] {
  control.focus();
  const { outlineColor, outlineStyle, outlineWidth, boxShadow } = getComputedStyle(control);
  if (!control.matches(':focus-visible')) return ['no focus to see'];
  const ring = pixelOf(outlineColor);
  const gap = pixelOf(boxShadow.slice(0, boxShadow.indexOf(')') + 1));
  const ratio = contrast(ring, gap);
  const isDrawn = outlineStyle === 'solid' && Number.parseFloat(outlineWidth) >= 2;
  return ratio < 4.5 || !isDrawn ? [`ring ${ratio.toFixed(2)}:1 ${outlineStyle}`] : [];
}
