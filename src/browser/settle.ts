// Gathers settings that stand outside the tag, checks them all and tells every fault by name.
import { checkSettings, merge } from '../core/check-settings.ts';
import type { PolicyTerms } from '../core/policy.ts';
import { OPTIONS, partyOf, type Settings } from '../core/settings.ts';
import { type Fault, isObject } from '../core/shape.ts';
import { readPeerMarkup } from './peer-markup.ts';
import { type Given, IN_PAGE } from './tag-settings.ts';

async function fetchJson(url: string, path: string, faults: Fault[]): Promise<unknown> {
  try {
    const response = await fetch(url, { credentials: 'same-origin' });
    if (!response.ok) throw new Error(`status ${response.status}`);
    return await response.json();
  } catch {
    faults.push({ path, expected: `JSON at ${url}` });
    return undefined;
  }
}

function parse(json: string, faults: Fault[]): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    faults.push({ path: 'data-s9-config', expected: 'JSON' });
    return undefined;
  }
}

/** Plain data only: getters, cycles and prototypes end here (F-41). */
function plain(value: object, faults: Fault[]): unknown {
  try {
    return JSON.parse(JSON.stringify(value)) as unknown;
  } catch {
    faults.push({ path: 'settings', expected: 'plain data' });
    return undefined;
  }
}

/** A policy that stands in a file of its own is fetched. */
async function withPolicy(layer: unknown, faults: Fault[]): Promise<unknown> {
  if (!isObject(layer) || typeof layer['policy'] !== 'string') return layer;
  return { ...layer, policy: await fetchJson(layer['policy'], 'policy', faults) };
}

/** Other `data-…` on the tag are somebody else's. */
const SCALARS = ['endpoint', 'lang', ...Object.keys(OPTIONS)];

/** The settings in force. Never rejects: what cannot be read closes what it touches. */
export async function settle({ scalars, data }: Given, standard: PolicyTerms): Promise<Settings> {
  const faults: Fault[] = [];
  const { config } = scalars;
  const inPage = Array.from(document.querySelectorAll(IN_PAGE));
  const layers = await Promise.all(
    [
      config && fetchJson(config, 'data-config', faults),
      ...inPage.map(({ textContent }) => parse(textContent, faults)),
      data && plain(data, faults),
    ].map(async (layer) => withPolicy(await layer, faults)),
  );
  const onTag = Object.fromEntries(SCALARS.map((name) => [name, scalars[name]]));
  const given = [...layers, onTag, { policy: { controller: partyOf(scalars) } }];
  const merged = given.reduce<unknown>((base, layer) => merge(base, layer || undefined), {
    policy: { ...standard, controller: {} },
  });
  const checked = checkSettings(merged, standard, faults);
  if (checked.faults.length > 0) {
    const lines = checked.faults.map(({ path, expected }) => `  ${path}: expected ${expected}`);
    console.error(`Social9 Consent refused these settings:\n${lines.join('\n')}`);
  }
  readPeerMarkup(checked.settings.markup ?? []);
  return checked.settings;
}
