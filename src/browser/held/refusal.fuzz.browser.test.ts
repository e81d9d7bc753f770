// Whatever markup others write into a page: after a yes to all it runs nothing, and fetches by http(s) alone.
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeHeld } from './fakes.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** More by `npm run fuzz`. */
const RUNS = Number((import.meta as unknown as { env: Env }).env['VITE_S9_FUZZ'] ?? 100);

// The tag has a nonce, and what others write has none.
const { grant } = fakeHeld('of-the-tag');
let place: HTMLElement;

const CODE = "globalThis.ran.push('ran')";
const MEDIA = /^(img|input|video|audio|source|track)$/;
const tag = fc.constantFrom(
  ...'a area base form iframe img input video audio source track embed object link script template svg use image set math button'.split(
    ' ',
  ),
);
const name = fc.constantFrom(
  ...'data-src data-srcset data-href data-data data-poster data-type type nonce name id rel'.split(
    ' ',
  ),
);
const value = fc.constantFrom(
  `javascript:${CODE}`,
  `JaVa\tScript:${CODE}`,
  `\u0001javascript:${CODE}`,
  ` javascript:${CODE}`,
  `data:text/html,<script>parent.${CODE}</script>`,
  `data:text/javascript,${CODE}`,
  `//x.invalid/a b, javascript:${CODE} 2x`,
  'vbscript:x',
  'module',
  'text/html',
  'text/plain',
  'image',
  'matches',
  'getAttribute',
  'stylesheet',
  '#x',
  '',
);
const ids = fc.constantFrom('social', 'analytics', 'necessary', 'social necessary', 'x', '');
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
const attributes = fc
  .array(fc.tuple(name, value), { maxLength: 4 })
  .map((all) => all.map(([key, text]) => `${key}="${escaped(text)}"`).join(' '));
const element = fc.letrec<{ one: string; many: string }>((tie) => ({
  one: fc
    .tuple(tag, ids, attributes, tie('many'))
    .map(([kind, id, rest, inner]) => `<${kind} data-consent="${id}" ${rest}>${inner}</${kind}>`),
  many: fc
    .array(fc.oneof({ depthSize: 'small' }, fc.constantFrom('', 'look', CODE), tie('one')), {
      maxLength: 3,
    })
    .map((all) => all.join('')),
})).many;

/** As the browser reads it; pictures and media may stand in their address. */
function isHarmful(address: string, kind: string): boolean {
  const { protocol } = new URL(address, document.baseURI);
  return !/^https?:$/.test(protocol) && !(protocol === 'data:' && MEDIA.test(kind));
}

/** The first of a list stands for all: it ends at white space, where a single address would go on. */
const addressIn = (attribute: string, given: string): string =>
  attribute === 'srcset' ? (/[^\s,]\S*/.exec(given)?.[0] ?? '') : given;

/** Addresses that were given and are none to fetch from. */
function harm(root: ParentNode): string[] {
  return [...root.querySelectorAll('*')].flatMap((found) =>
    ['src', 'href', 'data', 'srcset', 'poster'].flatMap((attribute) => {
      const now = Element.prototype.getAttribute.call(found, attribute);
      const isGiven = Element.prototype.getAttribute.call(found, `data-${attribute}`) === now;
      return now && isGiven && isHarmful(addressIn(attribute, now), found.localName)
        ? [`${found.localName} ${attribute}=${now}`]
        : [];
    }),
  );
}

beforeEach(() => {
  globalThis.ran = [];
  vi.spyOn(console, 'warn').mockReturnValue();
  place = document.body.appendChild(document.createElement('main'));
});

afterEach(() => {
  place.remove();
  vi.restoreAllMocks();
});

it('F-52 no address of another kind, no script without the nonce, and no error', async () => {
  const last = '<img id="last" data-consent="social" data-src="x.png">';
  await fc.assert(
    fc.asyncProperty(element, async (markup) => {
      grant([]);
      place.innerHTML = markup;
      const end = document.createElement('div');
      end.innerHTML = last;
      place.append(end);
      grant(['social', 'analytics']);
      await vi.waitFor(() => expect(end.querySelector('[src]')).not.toBeNull(), { interval: 5 });
      expect(harm(place)).toEqual([]);
      expect(globalThis.ran).toEqual([]);
      grant([]);
    }),
    { numRuns: RUNS },
  );
});
