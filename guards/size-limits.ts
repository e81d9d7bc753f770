// How many bytes a visitor may be asked to fetch, compressed as a good server sends them (brotli 11).
import { brotliCompressSync, constants } from 'node:zlib';

interface Limit {
  readonly what: string;
  readonly files: readonly string[];
  readonly bytes: number;
}

export const LIMITS: readonly Limit[] = [
  { what: 'the tag, on every page', files: ['s9-consent.js'], bytes: 6144 },
  {
    what: 'all until the first layer is on screen, in English',
    files: ['s9-consent.js', 's9-consent-ui.js'],
    bytes: 14_000,
  },
];

export const compressed = (content: Buffer): number =>
  brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

/** One line for each limit that is passed. */
export function excesses(contentOf: (file: string) => Buffer): string[] {
  return LIMITS.map(({ what, files, bytes }) => {
    const size = files.map(contentOf).reduce((sum, content) => sum + compressed(content), 0);
    return size > bytes ? `${what}: ${size} of ${bytes} bytes` : '';
  }).filter(Boolean);
}
