// Gathers settings from where they stand, the tag, the page, files, a call: plain data, later wins.

import { own } from '../../core/own.ts';
import type { PolicyTerms } from '../../core/policy/policy.ts';
import { type Fault, isObject } from '../../core/policy/shape.ts';
import { merge } from '../../core/settings/check-settings.ts';
import { OPTIONS, partyOf } from '../../core/settings/settings.ts';
import { withinMs } from '../deadline.ts';
import { type GivenToTag, IN_PAGE } from './tag-settings.ts';

/** Settings as given, still unchecked, and what could not be read. */
export interface Gathered {
  readonly merged: unknown;
  readonly faults: readonly Fault[];
  /** Addresses that were fetched. */
  readonly asked: readonly string[];
  /** How many scripts of settings in the page were read. */
  readonly inPage: number;
}

/** As long as the widget's own files are waited for. */
const GIVE_UP_MS = 8000;

const MAX_LENGTH = 1_000_000;
const MAX_DEPTH = 32;
const WITHIN = 'JSON of up to 1,000,000 characters, 32 levels deep';

const isDeeper = (value: unknown, levels: number): boolean =>
  !!value &&
  typeof value === 'object' &&
  (levels === 0 || Object.values(value).some((item) => isDeeper(item, levels - 1)));

/** Larger than any settings are is none: nobody has to wait until it has been looked through. */
function parse(json: string, fault: Fault, at: string, faults: Fault[]): unknown {
  try {
    const isLong = json.length > MAX_LENGTH;
    const value: unknown = isLong || JSON.parse(json);
    if (!isLong && !isDeeper(value, MAX_DEPTH)) return value;
    faults.push({ ...fault, expected: WITHIN + at });
  } catch {
    faults.push(fault);
  }
  return undefined;
}

async function fetchText(url: string): Promise<string> {
  const response = await fetch(url, { credentials: 'same-origin' });
  // An empty text is no JSON either.
  return response.ok ? response.text() : '';
}

async function fetchJson(url: string, path: string, faults: Fault[]): Promise<unknown> {
  const json = await withinMs(GIVE_UP_MS, fetchText(url)).catch(() => '');
  return parse(json, { path, expected: `JSON at ${url}` }, `, at ${url}`, faults);
}

/** Plain data only: getters, cycles and prototypes end here (F-41). */
function plain(value: object, faults: Fault[]): unknown {
  let json: string | undefined;
  try {
    json = JSON.stringify(value);
  } catch {
    // Told as what it is not.
  }
  return parse(json ?? '', { path: 'settings', expected: 'plain data' }, '', faults);
}

/** A policy that stands in a file of its own is fetched. */
async function withPolicy(
  layer: unknown,
  fetched: (url: string, path: string) => Promise<unknown>,
): Promise<unknown> {
  if (!isObject(layer) || typeof layer['policy'] !== 'string') return layer;
  return { ...layer, policy: await fetched(layer['policy'], 'policy') };
}

const IN_PAGE_FAULT: Fault = { path: 'data-s9-config', expected: 'JSON' };

/** Those on the tag that are settings by their own name; other `data-…` are somebody else's. */
const SETTINGS_ON_TAG = ['endpoint', 'lang', ...Object.keys(OPTIONS)];

/** An attribute switches on without a value. What is not here is left for the check to refuse. */
const SWITCH: Readonly<Record<string, unknown>> = { '': {}, true: {}, false: false };

/** What stands on the tag itself. */
function onTag(scalars: GivenToTag['scalars']): readonly unknown[] {
  const { watch } = scalars;
  return [
    Object.fromEntries(SETTINGS_ON_TAG.map((name) => [name, scalars[name]])),
    { watch: watch === undefined ? watch : (SWITCH[watch] ?? watch) },
    { policy: { controller: partyOf(scalars, undefined) } },
  ];
}

/** Those that the parser had reached when the tag ran, however long this file has taken to come. */
function readIn(): Element[] {
  const all = Array.from(own(document).querySelectorAll(IN_PAGE));
  const tag = own(document).querySelector<HTMLScriptElement>('script[src*="s9-consent.js"]');
  // Any other runs when it has come: nobody knows what stood there.
  if (!tag || tag.async || tag.defer || tag.type) return all;
  return all.filter((each) => tag.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_PRECEDING);
}

/** Never rejects: what cannot be read is a fault. */
export async function gatherSettings(
  { scalars, data }: GivenToTag,
  standard: PolicyTerms,
): Promise<Gathered> {
  const faults: Fault[] = [];
  const asked: string[] = [];
  const fetched = (url: string, path: string): Promise<unknown> => {
    asked.push(url);
    return fetchJson(url, path, faults);
  };
  const { config } = scalars;
  const inPage = readIn();
  const layers = await Promise.all(
    [
      config && fetched(config, 'data-config'),
      ...inPage.map(({ textContent }) => parse(textContent, IN_PAGE_FAULT, '', faults)),
      data && plain(data, faults),
    ].map(async (layer) => withPolicy(await layer, fetched)),
  );
  const base = { policy: { ...standard, controller: {} } };
  const merged = [...layers, ...onTag(scalars)].reduce<unknown>(
    (under, layer) => merge(under, layer || undefined),
    base,
  );
  return { merged, faults, asked, inPage: inPage.length };
}
