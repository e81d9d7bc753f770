// A page with held elements and rules the test can change. For browser tests only.
import { vi } from 'vitest';
import { POLICY } from '../../core/choice/fakes.ts';
import type { PolicyTerms } from '../../core/policy/policy.ts';
import { advise } from './advice/advice.ts';
import { createHeldElements } from './held-elements.ts';
import { createPlaces } from './places/places.ts';
import { createReleaser, type ReleaseFiles } from './release.ts';
import { hearWhatHasBeen } from './scripts/ready.ts';
import { createTrustedPolicy } from './trusted.ts';

declare global {
  var ran: string[];
}

/**
 * One for all tests of a file, as on a page: it listens for as long as the page lives.
 *
 * @param nonce of the tag.
 * @param places fetches the file for what templates hold.
 */
export function fakeHeld(nonce = '', places: ReleaseFiles['places'] = async () => createPlaces) {
  const announce = vi.fn();
  const trusted = createTrustedPolicy(nonce);
  const held = createHeldElements(announce, async (host) =>
    createReleaser(host, trusted, {
      advice: async () => advise,
      ready: async () => hearWhatHasBeen,
      places,
    }),
  );
  const granted = new Set<string>();
  const reported: { frames: readonly Element[] } = { frames: [] };
  held.onFrames((frames) => (reported.frames = frames));
  const is = (id: string): [string, boolean] => [id, granted.has(id)];
  const grants = () => ({
    purposes: Object.fromEntries(['analytics', 'social'].map(is)),
    services: Object.fromEntries(['film', 'pins'].map(is)),
  });
  return {
    announce,
    held,
    reported,
    grant(
      ids: readonly string[],
      policy: PolicyTerms = { ...POLICY, undeclared: 'release' },
    ): void {
      granted.clear();
      for (const id of ids) granted.add(id);
      held.apply({ policy, grants });
    },
  };
}

export const ran = (): readonly string[] => globalThis.ran;

export const log = (word: string) => `globalThis.ran.push('${word}')`;

export const script = (id: string, code: string, attributes = '') =>
  `<script type="text/plain" data-consent="${id}" ${attributes}>${code}</script>`;

/** A script of its own address, as an external one. */
export const external = (word: string) =>
  `data-src="${new URL('fake-script.js', import.meta.url).pathname}?word=${encodeURIComponent(word)}"`;
