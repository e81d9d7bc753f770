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
  const response = await page.request.get(new URL(address, page.url()).href);
  return response.ok() ? ((await response.json()) as unknown) : {};
}

/** @param given for a page whose settings are in a bundle. */
export async function settingsOf(
  page: Page,
  given: PageSettings['policy'] = {},
): Promise<PageSettings> {
  const tag = await page.evaluate(readTag);
  const layers: unknown[] = [];
  if (tag?.config) layers.push(await jsonAt(page, tag.config));
  for (const text of tag?.inPage ?? []) layers.push(JSON.parse(text));
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
