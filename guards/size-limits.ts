// How many bytes a visitor may be asked to fetch, compressed as a good server sends them (brotli 11).
import { createHash } from 'node:crypto';
import { brotliCompressSync, constants } from 'node:zlib';
import { FILES } from '../build/files.ts';

interface Limit {
  /** Who fetches that, and until when. */
  readonly what: string;
  /** Rows of build/files.ts and other files, as a browser fetches them; e2e/promises/visitors-fetch-little holds them to it. */
  readonly files: readonly string[];
  readonly bytes: number;
}

export const LIMITS: readonly Limit[] = [
  { what: 'the tag, on every page', files: ['tag'], bytes: 9_930 },
  { what: 'until the banner is on screen', files: ['tag', 'ui'], bytes: 20_750 },
  {
    what: 'the same with settings as JSON in the page',
    files: ['tag', 'settings', 'ui'],
    bytes: 27_120,
  },
  {
    what: 'until the banner is on screen, on a German page',
    files: ['tag', 'ui', 'words', 'locales/de.json'],
    bytes: 27_050,
  },
  {
    what: 'a whole first visit, nothing pressed',
    files: ['tag', 'ui', 'answer'],
    bytes: 25_020,
  },
  {
    what: 'the same on a page that holds something',
    files: ['tag', 'ui', 'answer', 'release'],
    bytes: 29_530,
  },
  {
    what: 'a returning visitor who refused, with a held frame further down the page',
    files: ['tag'],
    bytes: 9_930,
  },
  {
    what: 'the same with that frame in view, or a screen from it',
    files: ['tag', 'frames'],
    bytes: 18_200,
  },
  {
    what: 'a returning visitor who granted, with telemetry',
    files: ['tag', 'release', 'telemetry'],
    bytes: 21_280,
  },
];

/** Hashes of files, and the build's own name. */
const HASH = /[A-Za-z0-9+/]{43}=|(?<=\d\+)[0-9a-f]{12}/g;

/** As hard to compress as any hash, and always the same. */
const constantHash = (index: number, length: number): string =>
  createHash('sha256')
    .update(`constant ${index}`)
    .digest(length === 12 ? 'hex' : 'base64')
    .slice(0, length);

export const compressed = (content: Buffer): number =>
  brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

/**
 * The size of a file with each hash that is baked in as a constant: it would be drawn anew by every change
 * of any file it fetches, and with it a dozen bytes either way.
 */
export function sizeOf(content: Buffer): number {
  const standIns = new Map<string, string>();
  const text = content.toString('latin1').replace(HASH, (hash) => {
    const constant = standIns.get(hash) ?? constantHash(standIns.size, hash.length);
    standIns.set(hash, constant);
    return constant;
  });
  return compressed(Buffer.from(text, 'latin1'));
}

/** What each limit's files come to. */
export const measured = (contentOf: (name: string) => Buffer) =>
  LIMITS.map((limit) => {
    const names = limit.files.map((key) => FILES[key]?.name ?? key);
    return { ...limit, size: names.map(contentOf).reduce((sum, each) => sum + sizeOf(each), 0) };
  });

/** One line for each limit that is passed. */
export const excesses = (contentOf: (name: string) => Buffer): string[] =>
  measured(contentOf)
    .filter(({ size, bytes }) => size > bytes)
    .map(({ what, size, bytes }) => `${what}: ${size} of ${bytes} bytes`);
