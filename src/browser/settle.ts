// Gathers settings that stand outside the tag, checks them all and tells every fault by name.
import { checkSettings, merge } from '../core/check-settings.ts';
import type { PolicyTerms } from '../core/policy.ts';
import { partyOf, type Settings } from '../core/settings.ts';
import { type Fault, isObject } from '../core/shape.ts';
import type { Given, Layer } from './tag-settings.ts';

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

function readLayer({ url, json, data }: Layer, faults: Fault[]): unknown {
  if (url !== undefined) return fetchJson(url, 'data-config', faults);
  return json === undefined ? plain(data ?? {}, faults) : parse(json, faults);
}

/** A policy that stands in a file of its own is fetched. */
async function withPolicy(layer: unknown, faults: Fault[]): Promise<unknown> {
  if (!isObject(layer) || typeof layer['policy'] !== 'string') return layer;
  return { ...layer, policy: await fetchJson(layer['policy'], 'policy', faults) };
}

/** The settings in force. Never rejects: what cannot be read closes what it touches. */
export async function settle({ scalars, layers }: Given, standard: PolicyTerms): Promise<Settings> {
  const faults: Fault[] = [];
  const { controller: _1, contact: _2, privacyUrl: _3, ...settings } = scalars;
  const read = await Promise.all(
    layers.map(async (layer) => withPolicy(await readLayer(layer, faults), faults)),
  );
  const onTag = { ...settings, policy: { controller: partyOf(scalars) } };
  const merged = [...read, onTag].reduce((base, layer) => merge(base, layer), {
    policy: { ...standard, controller: {} },
  });
  const checked = checkSettings(merged, standard, faults);
  if (checked.faults.length > 0) {
    const lines = checked.faults.map(({ path, expected }) => `  ${path}: expected ${expected}`);
    console.error(`Social9 Consent refused these settings:\n${lines.join('\n')}`);
  }
  return checked.settings;
}
