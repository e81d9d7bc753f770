// What the page's own policy and settings declare, read from outside: the page makes no request for it.
import type { Page } from 'playwright';
import type { PeerMarkup } from '../../src/core/gate/peer-markup.ts';
import type { CatalogueService } from '../../src/core/settings/catalogue.ts';
import { type Declared, declaredBy, type GivenPurpose, merged, withServices } from './declared.ts';
import { readTag, type Tag } from './tag.ts';

interface PolicyPart {
  readonly undeclared?: string;
  readonly purposes?: readonly GivenPurpose[];
}

export interface SettingsPart {
  readonly endpoint?: string;
  /** A string is an address. */
  readonly policy?: PolicyPart | string;
  readonly markup?: readonly PeerMarkup[];
}

async function fetchJson<Value>(page: Page, address: string): Promise<Value> {
  const url = new URL(address, page.url()).href;
  const response = await page.request.get(url);
  if (!response.ok()) throw new Error(`${url} answered ${response.status()}`);
  return (await response.json()) as Value;
}

/** The catalogue stands beside the tag; a page that brings the widget in a bundle has none to read. */
async function readCatalogue(page: Page, tag: Tag | null): Promise<readonly CatalogueService[]> {
  if (!tag) throw new Error('a service by its id alone needs the tag; give its hosts instead');
  return fetchJson(page, `${tag.folder}services.json`);
}

/** What was set, in the widget's order: a later layer wins. */
async function layersOf(page: Page, { config, inPage, endpoint }: Tag) {
  const layers: SettingsPart[] = [];
  if (config) layers.push(await fetchJson<SettingsPart>(page, config));
  layers.push(...inPage.map((json) => JSON.parse(json) as SettingsPart));
  if (endpoint) layers.push({ endpoint });
  return layers;
}

/** Other widgets' markup that the page's settings name, a later layer's in place of an earlier one's. */
export async function readMarkup(
  page: Page,
  given: SettingsPart = {},
): Promise<readonly PeerMarkup[]> {
  const tag = await page.evaluate(readTag);
  const layers = [...(tag ? await layersOf(page, tag) : []), given];
  return layers.flatMap(({ markup }) => (markup ? [markup] : [])).at(-1) ?? [];
}

/**
 * @param given a policy and endpoint known beforehand, for pages that start the widget from a bundle.
 * @throws Error when the settings stand where they cannot be read.
 */
export async function readDeclared(page: Page, given: SettingsPart = {}): Promise<Declared> {
  const tag = await page.evaluate(readTag);
  if (!tag && !given.policy) throw new Error('the page has no s9-consent.js tag');
  const standard: SettingsPart[] = tag ? [{ policy: `${tag.folder}social9.json` }] : [];
  const layers = [...standard, ...(tag ? await layersOf(page, tag) : []), given];
  let purposes: GivenPurpose[] = [];
  let undeclared: string | undefined;
  for (const { policy } of layers) {
    const read = typeof policy === 'string' ? await fetchJson<PolicyPart>(page, policy) : policy;
    purposes = merged(purposes, read?.purposes ?? []);
    undeclared = read?.undeclared ?? undeclared;
  }
  if (purposes.some(({ services = [] }) => services.some((each) => typeof each === 'string'))) {
    purposes = withServices(purposes, await readCatalogue(page, tag));
  }
  const endpoint = layers.flatMap((layer) => layer.endpoint ?? []).at(-1);
  const collector = endpoint ? new URL(endpoint, page.url()).hostname : undefined;
  return declaredBy(purposes, collector, undeclared);
}
