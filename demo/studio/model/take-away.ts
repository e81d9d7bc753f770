// What leaves the studio: files and lines to paste, made of the design and of the hashes of this very build.
import { strToU8, zipSync } from 'fflate';
import { cspFor, servicesIn } from '../../../src/csp.ts';
import type { Design, DesignSettings } from './design.ts';
import { cssOf, escaped, inScript } from './page.ts';

/** `integrity.json`: each built file's hash as an `integrity` attribute has it. */
export type Hashes = Readonly<Record<string, string>>;

export interface Taken {
  readonly id: 'head' | 'css' | 'settings' | 'policy' | 'csp' | 'link';
  readonly title: string;
  readonly note: string;
  /** Its name in the archive. */
  readonly file: string;
  /** Empty where the design needs none. */
  readonly text: string;
}

const TAG = 's9-consent.js';
const BANNER = 's9-consent-ui.js';

const SCALARS = [
  'endpoint',
  'lang',
  'layout',
  'position',
  'theme',
  'look',
  'gpc',
  'control',
  'corner',
] as const;
const PARTY = { name: 'controller', contact: 'contact', privacyUrl: 'privacy-url' } as const;

/** As attributes of the tag, if that says all of it: then no settings are fetched or checked. */
function attributesOf({ policy, ...settings }: DesignSettings): [string, string][] | null {
  const { controller = {}, ...rest } = policy;
  const isMore =
    Object.keys(settings).some((name) => !SCALARS.some((known) => known === name)) ||
    Object.keys(controller).some((name) => !(name in PARTY)) ||
    Object.keys(rest).length > 0;
  if (isMore) return null;
  const scalars = SCALARS.flatMap((name): [string, string][] =>
    settings[name] === undefined ? [] : [[name, String(settings[name])]],
  );
  const party = Object.entries(PARTY).flatMap(([name, attribute]): [string, string][] => {
    const value = controller[name as keyof typeof PARTY];
    return value === undefined ? [] : [[attribute, value]];
  });
  return [...scalars, ...party];
}

const hashOf = (hashes: Hashes, name: string): string => {
  const hash = hashes[name];
  if (!hash) throw new Error(`integrity.json: expected a hash of ${name}`);
  return hash;
};

const checked = (hashes: Hashes, name: string): string =>
  `crossorigin="anonymous"\n  integrity="${hashOf(hashes, name)}"`;

/** The settings where the tag has no room for them, the tag, and behind it a preload of the banner's file. */
export function snippetOf({ settings }: Design, hashes: Hashes): string {
  const address = `${BANNER}?v=${hashOf(hashes, BANNER).replace('sha256-', '')}`;
  const attributes = attributesOf(settings);
  const written = (attributes ?? []).map(([name, value]) => `\n  data-${name}="${escaped(value)}"`);
  const json = attributes
    ? ''
    : `<script type="application/json" data-s9-config>\n${inScript(settings, 2)}\n</script>\n`;
  return `${json}<script src="/${TAG}" ${checked(hashes, TAG)}${written.join('')}></script>
<link rel="preload" as="script" fetchpriority="low" href="/${address}" ${checked(hashes, BANNER)}>
`;
}

/** Everything for the head of a page. */
export function headOf(design: Design, hashes: Hashes): string {
  const css = cssOf(design);
  return `${css && `<style>\n${css}</style>\n`}${snippetOf(design, hashes)}`;
}

/** Under which nothing leaves that the policy does not declare: closed, and opened by a yes to all of it. */
export function cspOf({ settings: { policy, endpoint, proofEndpoint } }: Design): string {
  const written = (granted: readonly string[]) =>
    cspFor(policy, granted, { endpoint, proofEndpoint }).replaceAll('; ', ';\n');
  try {
    const services = servicesIn(policy).map((id) => `service:${id}`);
    return `# Before a choice, and after a no\n${written([])}\n\n# After a yes to all\n${written(services)}\n`;
  } catch (error) {
    return `# None: ${(error as Error).message}\n`;
  }
}

const jsonOf = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** All of it, in the order in which it is needed. */
export function takenFrom(design: Design, hashes: Hashes, link: string): Taken[] {
  return [
    {
      id: 'head',
      title: 'For the head of every page',
      note: 'Paste it as it is. Unchanged bytes alone are run; the banner comes one round trip sooner.',
      file: 'head.html',
      text: headOf(design, hashes),
    },
    {
      id: 'css',
      title: 'Tokens alone, for a stylesheet of yours',
      note: 'Then leave the style element out above.',
      file: 'tokens.css',
      text: cssOf(design),
    },
    {
      id: 'settings',
      title: 'Settings',
      note: 'For data-config="/settings.json", or createConsent() of the package.',
      file: 'settings.json',
      text: jsonOf(design.settings),
    },
    {
      id: 'policy',
      title: 'Policy',
      note: 'Over the default policy, member by member.',
      file: 'policy.json',
      text: jsonOf(design.settings.policy),
    },
    {
      id: 'csp',
      title: 'Content Security Policy',
      note: 'Refuses what nobody marked, too. `npx social9-consent csp` writes it for your server.',
      file: 'csp.txt',
      text: cspOf(design),
    },
    {
      id: 'link',
      title: 'Link back to this design',
      note: 'Holds all of it; nothing is kept on a server.',
      file: 'studio-link.txt',
      text: `${link}\n`,
    },
  ];
}

/** One archive of all that is not empty. */
export const archiveOf = (taken: readonly Taken[]): Uint8Array<ArrayBuffer> =>
  zipSync(
    Object.fromEntries(
      taken.filter(({ text }) => text).map(({ file, text }) => [file, strToU8(text)]),
    ),
  );
