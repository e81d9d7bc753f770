// Whether the policies that a page came with allow what a consent policy allows: no more, and no less.
import { isHostOf } from '../gate/hosts.ts';
import type { Fault } from '../policy/shape.ts';
import type { DeclaredService } from './declared.ts';
import { type Directives, FETCHES, policiesIn, sourcesFor } from './parse.ts';

/** What a page should be able to speak to. */
export interface Due {
  readonly opened: readonly DeclaredService[];
  /** Hosts that are open besides: the site's own, and its endpoints. */
  readonly own: readonly string[];
  /** Origins that telemetry needs. */
  readonly collectors: readonly string[];
}

/** Says nothing of another site. */
const WITHIN =
  /^('(self|none|unsafe-inline|unsafe-eval|wasm-unsafe-eval|unsafe-hashes|report-sample|inline-speculation-rules)'|'(nonce-|sha(256|384|512)-).*'|(data|blob|mediastream|filesystem):)$/i;

const hostOf = (source: string): string =>
  source
    .replace(/^[a-z]+:\/\//i, '')
    .replace(/\/.*$/, '')
    .toLowerCase();

const isCovered = (source: string, hosts: readonly string[]): boolean =>
  hosts.some((pattern) => pattern === hostOf(source) || isHostOf(pattern, hostOf(source)));

/** Sources of one policy that lead further than they should. */
function surplusIn(policy: Directives, fetch: string, hosts: readonly string[]): string[] {
  const sources = sourcesFor(policy, fetch);
  if (sources === null) return ['anybody'];
  return sources.filter((source) => !WITHIN.test(source) && !isCovered(source, hosts));
}

/** Every policy has to let it through. */
const allows = (
  policies: readonly Directives[],
  fetch: string,
  hosts: readonly string[],
): boolean =>
  policies.every((policy) => {
    const sources = sourcesFor(policy, fetch);
    return (
      sources === null || hosts.every((host) => sources.some((s) => isCovered(host, [hostOf(s)])))
    );
  });

const surplusFault = (when: string, fetch: string, surplus: readonly string[]): Fault => ({
  path: `${when}: ${fetch}`,
  expected: `not to allow ${surplus.join(', ')}`,
});

/**
 * @param headers each `Content-Security-Policy` that counts for the page, of its answer or in it.
 * @param when `before a choice`, for the faults.
 */
export function compare(headers: readonly string[], due: Due, when: string): Fault[] {
  const policies = headers.flatMap(policiesIn);
  if (policies.length === 0) {
    return [{ path: when, expected: 'a Content Security Policy that is enforced' }];
  }
  const declared = due.opened.flatMap(({ hosts }) => hosts);
  const collectors = due.collectors.map(hostOf);
  const faults: Fault[] = [];
  for (const fetch of Object.keys(FETCHES)) {
    const hosts = [
      ...declared,
      ...due.own.map(hostOf),
      ...(fetch === 'connect-src' ? collectors : []),
    ];
    const surplus = policies.map((policy) => surplusIn(policy, fetch, hosts));
    const [least] = surplus.sort((a, b) => a.length - b.length);
    if (least?.[0]) faults.push(surplusFault(when, fetch, least));
  }
  for (const { id, hosts } of due.opened) {
    const missing = Object.keys(FETCHES).filter(
      (fetch) => fetch !== 'manifest-src' && !allows(policies, fetch, hosts),
    );
    if (missing[0]) {
      faults.push({ path: `${when}: ${missing.join(', ')}`, expected: `to allow service:${id}` });
    }
  }
  if (!allows(policies, 'connect-src', collectors)) {
    faults.push({
      path: `${when}: connect-src`,
      expected: `to allow ${due.collectors.join(', ')}`,
    });
  }
  return faults;
}
