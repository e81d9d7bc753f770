// What is seen of a notice as it is drawn.
import type { Finding } from './measure.ts';

export interface Seen {
  readonly warnings: readonly string[];
  readonly findings: readonly Finding[];
  /** What tokens of colour have come to, by name. */
  readonly colours: Readonly<Record<string, string>>;
  readonly isAlive: boolean;
}

export const NOTHING_SEEN: Seen = { warnings: [], findings: [], colours: {}, isAlive: false };
