// Who may be spoken to, and what may be stored, by the page's own policy and settings.
import type { Page } from 'playwright';
import type { CookieDeclaration, Purpose, Service, StorageDeclaration } from '../core/policy.ts';

/** Hosts a Customer expects: purpose id, or `service:…`, to hosts. */
export type Expected = Readonly<Record<string, readonly string[]>>;

export interface Declared {
  readonly hosts: Expected;
  /** Purpose id to names of what it may store; `*` at the end stands for the rest. */
  readonly stores: Expected;
}

type Given = Partial<Omit<Purpose, 'services'>> & {
  readonly id: string;
  readonly drop?: boolean;
  readonly services?: readonly Service[];
};

interface PolicyPart {
  readonly purposes?: readonly Given[];
}

interface SettingsPart {
  readonly endpoint?: string;
  readonly policy?: PolicyPart | string;
}

interface Tag {
  readonly folder: string;
  readonly endpoint: string | null;
  readonly config: string | null;
  readonly inPage: readonly string[];
}

/** Must hold everything it uses. `null` on a page without the script tag. */
function readTag(): Tag | null {
  const tag = document.querySelector<HTMLScriptElement>('script[src*="s9-consent.js"]');
  if (!tag) return null;
  const { endpoint = null, config = null } = tag.dataset;
  const inPage = [...document.querySelectorAll('script[data-s9-config]')];
  return {
    folder: new URL('.', tag.src).href,
    endpoint,
    config: config && new URL(config, document.baseURI).href,
    inPage: inPage.map((script) => script.textContent ?? ''),
  };
}

async function fetchJson<Value>(page: Page, address: string): Promise<Value> {
  const url = new URL(address, page.url()).href;
  const response = await page.request.get(url);
  if (!response.ok()) throw new Error(`${url} answered ${response.status()}`);
  return (await response.json()) as Value;
}

/** Purposes go by id, member by member, as in the widget. */
function merged(base: readonly Given[], given: readonly Given[]): Given[] {
  const over = (id: string) => given.filter((purpose) => purpose.id === id);
  const changed = base.map((purpose): Given => Object.assign({}, purpose, ...over(purpose.id)));
  const added = given.filter(({ id }) => !base.some((purpose) => purpose.id === id));
  return [...changed, ...added].filter(({ drop }) => drop !== true);
}

const namesOf = (list: readonly (CookieDeclaration | StorageDeclaration)[] = []): string[] =>
  list.map(({ name }) => name);

const hostOf = (endpoint: string, page: Page): string => new URL(endpoint, page.url()).hostname;

/**
 * Reads what the page declares, from outside it: no request of the page's own is made.
 *
 * @param given a policy and endpoint known beforehand, for pages that start the widget from a bundle.
 * @throws Error when the settings stand where they cannot be read.
 */
export async function readDeclared(page: Page, given: SettingsPart = {}): Promise<Declared> {
  const tag = await page.evaluate(readTag);
  if (!tag && !given.policy) throw new Error('the page has no s9-consent.js tag');
  const layers: SettingsPart[] = [
    ...(tag ? [{ policy: `${tag.folder}social9.json` }] : []),
    ...(tag?.config ? [await fetchJson<SettingsPart>(page, tag.config)] : []),
    ...(tag?.inPage.map((json) => JSON.parse(json) as SettingsPart) ?? []),
    ...(tag?.endpoint ? [{ endpoint: tag.endpoint }] : []),
    given,
  ];
  let purposes: Given[] = [];
  let endpoint: string | undefined;
  for (const layer of layers) {
    const { policy } = layer;
    const read = typeof policy === 'string' ? await fetchJson<PolicyPart>(page, policy) : policy;
    purposes = merged(purposes, read?.purposes ?? []);
    endpoint = layer.endpoint ?? endpoint;
  }
  const services = purposes.flatMap((purpose) => purpose.services ?? []);
  return {
    hosts: {
      ...Object.fromEntries(services.map(({ id, hosts }) => [`service:${id}`, hosts])),
      ...(endpoint ? { analytics: [hostOf(endpoint, page)] } : {}),
    },
    stores: Object.fromEntries(
      purposes.map(({ id, cookies, storage }) => [id, [...namesOf(cookies), ...namesOf(storage)]]),
    ),
  };
}
