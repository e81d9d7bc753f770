// The settings of an audited page, as far as they stand where they can be read from outside.
import type { Page } from 'playwright';
import { merge } from '../src/core/settings/check-settings.ts';
import type { GivenPolicy, GivenSettings } from '../src/core/settings/given.ts';
import { readTag } from '../testing/declared/tag.ts';

export interface PageSettings {
  readonly policy: GivenPolicy;
  readonly endpoint?: string | undefined;
  readonly proofEndpoint?: string | undefined;
  /** Where the widget's files lie; `null` where a bundle brings them. */
  readonly folder: string | null;
}

async function jsonAt(page: Page, address: string): Promise<unknown> {
  const url = new URL(address, page.url()).href;
  const response = await page.request.get(url);
  if (!response.ok()) throw new Error(`${url} answered ${response.status()}: expected settings`);
  return parse(await response.text(), url);
}

function parse(text: string, where: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new Error(`${where} is not JSON: ${(error as Error).message}`, { cause: error });
  }
}

/**
 * @param given for a page whose settings are in a bundle.
 * @throws Error where there are none to be read: what a yes allows could not be judged.
 */
export async function settingsOf(
  page: Page,
  given?: PageSettings['policy'],
): Promise<PageSettings> {
  const tag = await page.evaluate(readTag);
  if (!tag && !given) {
    throw new Error(`no s9-consent.js tag at ${page.url()}: expected its policy by --policy`);
  }
  const layers: unknown[] = [];
  if (tag?.config) layers.push(await jsonAt(page, tag.config));
  for (const text of tag?.inPage ?? []) layers.push(parse(text, `data-s9-config of ${page.url()}`));
  if (tag?.endpoint) layers.push({ endpoint: tag.endpoint });
  let settings: unknown = {};
  for (const layer of layers) settings = merge(settings, layer);
  const { policy = {}, endpoint, proofEndpoint } = settings as GivenSettings;
  const whole = typeof policy === 'string' ? await jsonAt(page, policy) : policy;
  return {
    policy: merge(whole, given) as GivenPolicy,
    endpoint,
    proofEndpoint,
    folder: tag?.folder ?? null,
  };
}
