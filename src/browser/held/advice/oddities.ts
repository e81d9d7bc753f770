// What of a page's markup cannot do what its author wants; put into words by a file of its own.
import { isKnown, isNecessary } from '../../../core/gate/gate.ts';
import { servicesOf } from '../../../core/gate/hosts.ts';
import type { Wanted } from '../../../core/gate/missing.ts';
import type { PolicyTerms } from '../../../core/policy/policy.ts';
import { isScript } from '../scripts/copy.ts';

/** What is odd, and the id, host, element or error it is odd about. */
export type Oddity = readonly [
  what:
    | 'id'
    | 'nothing'
    | 'bare'
    | 'host'
    | 'live'
    | 'attribute'
    | 'address'
    | 'nonce'
    | 'type'
    | 'lazy'
    | 'itself'
    | 'write'
    | 'late'
    | 'edited'
    | 'failed',
  about: string,
];

/** Says it in the console. */
export type Advise = (oddity: Oddity, element: Element, policy: PolicyTerms) => void;

/** `null` where the file for it is not to be had. */
export type LoadAdvice = () => Promise<Advise | null>;

/** Firefox fetches these of a template before any choice (bug 1441044). */
const LIVE_INSIDE = 'script[src],img[src],img[srcset],video[poster]';

/** What is over once there was an answer. */
const WAITS =
  /DOMContentLoaded|window\.(on(load|pageshow)|addEventListener\(\s*["'`](load|pageshow))/;

/** One that asks how far the page is, or whether it has come back, knows what to do. */
const waitsInVain = ({ text, dataset }: HTMLScriptElement): boolean =>
  WAITS.test(text) && !/readyState|persisted/.test(text) && dataset['consentReady'] === undefined;

function odditiesOf(
  element: Element,
  { ids, hosts }: Wanted,
  content: ParentNode | null,
  policy: PolicyTerms,
): Oddity[] {
  const unknown = ids.filter((id) => !isKnown(policy, id));
  const undeclared = hosts.filter((host) => !servicesOf(policy, [host])[0]);
  const live = element instanceof HTMLTemplateElement && content?.querySelector(LIVE_INSIDE);
  return [
    ...unknown.map((id): Oddity => ['id', id]),
    ...undeclared.map((host): Oddity => ['host', host]),
    ...(ids.every((id) => isNecessary(policy, id)) ? [['nothing', `${ids}`] as const] : []),
    ...(live ? [['live', live.localName] as const] : []),
    ...(isScript(element) && waitsInVain(element) ? [['late', ''] as const] : []),
  ];
}

export type Advisor = ReturnType<typeof createAdvisor>;

/** Each once, however many elements have it. */
export function createAdvisor(load: LoadAdvice, policy: () => PolicyTerms) {
  const told = new Set<string>();
  function say(oddity: Oddity, element: Element): void {
    const key = `${oddity}`;
    if (told.has(key)) return;
    told.add(key);
    void load().then((advise) => advise?.(oddity, element, policy()));
  }
  return {
    say,
    look(element: Element, asked: Wanted, content: ParentNode | null): void {
      for (const oddity of odditiesOf(element, asked, content, policy())) say(oddity, element);
    },
  };
}
