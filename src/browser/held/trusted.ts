// The one Trusted Types policy: a page that enforces them lets us set script sources through it (F-37).
import { NAME } from '../../core/name.ts';

/** Made once for a page; the tag lends it to the file that runs scripts. */
export interface TrustedPolicy {
  /** The tag's; where it has one, no script runs without the same. */
  readonly nonce: string;
  /** Passes what was checked to where the browser takes text for script: as itself, or as trusted. */
  pass(kind: Kind, text: string): string;
}

type Kind = 'createScript' | 'createScriptURL' | 'createHTML';
type Rules = Record<Kind, (text: string) => string>;

interface Factory {
  createPolicy(name: string, rules: Rules): Rules;
}

/** @param nonce of the tag. */
export function createTrustedPolicy(nonce = ''): TrustedPolicy {
  const factory = (globalThis as { trustedTypes?: Factory }).trustedTypes;
  let passing = '';
  // Whoever else gets hold of the policy can pass nothing through it.
  function only(text: string): string {
    const passed = text === passing ? text : '';
    passing = '';
    return passed;
  }
  let policy: Rules = { createScript: only, createScriptURL: only, createHTML: only };
  try {
    policy = factory?.createPolicy(NAME, policy) ?? policy;
  } catch {
    // The page's CSP does not list the name: scripts stay held, nothing else is lost.
  }
  return { nonce, pass: (kind, text) => policy[kind]((passing = text)) };
}
