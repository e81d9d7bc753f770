// Gathers settings that stand outside the tag, checks them all and tells every fault by name.
import { checkSettings, merge } from '../core/check-settings.ts';
import { withMirror } from '../core/mirror.ts';
import type { PolicyTerms } from '../core/policy.ts';
import { OPTIONS, partyOf, type Settings, validityOf } from '../core/settings.ts';
import { type Fault, isObject } from '../core/shape.ts';
import { startMirror } from './mirror.ts';
import { readPeerMarkup } from './peer-markup.ts';
import { type Given, IN_PAGE } from './tag-settings.ts';
import { type LoadWatch, startWatch } from './watch-loader.ts';

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
async function withPolicy(
  layer: unknown,
  fetched: (url: string, path: string) => Promise<unknown>,
): Promise<unknown> {
  if (!isObject(layer) || typeof layer['policy'] !== 'string') return layer;
  return { ...layer, policy: await fetched(layer['policy'], 'policy') };
}

function watchWith(
  { watch, policy, endpoint = '', proofEndpoint = '' }: Settings,
  asked: string[],
  load: LoadWatch,
) {
  const ownHosts = (isObject(watch) && watch.own) || [];
  startWatch(load, { policy, ownHosts, widgetUrls: [...asked, endpoint, proofEndpoint] });
}

/** The controller is the Customer; a notice without its name names the site instead. */
function withController(settings: Settings): Settings {
  const { controller } = settings.policy;
  const name = controller.name || location.hostname;
  return { ...settings, policy: { ...settings.policy, controller: { ...controller, name } } };
}

/** Starts the cookie for the server, where there is to be one. A yes ends no later than a no. */
function mirrored(settings: Settings): Settings {
  if (settings.mirror !== 'cookie') return settings;
  const policy = withMirror(settings.policy, validityOf(settings).denied);
  startMirror(policy);
  return { ...settings, policy };
}

/** Other `data-…` on the tag are somebody else's. */
const SCALARS = ['endpoint', 'lang', ...Object.keys(OPTIONS)];

/** An attribute switches on without a value. What is not here is left for the check to refuse. */
const SWITCH: Readonly<Record<string, unknown>> = { '': {}, true: {}, false: false };

/** How a page's settings come about from what was given and the default policy. */
export type Settle = (given: Given, standard: PolicyTerms) => Promise<Settings>;

/** The settings in force. Never rejects: what cannot be read closes what it touches. */
export async function settle(
  { scalars, data }: Given,
  standard: PolicyTerms,
  loadWatch: LoadWatch,
): Promise<Settings> {
  const faults: Fault[] = [];
  const asked: string[] = [];
  const fetched = (url: string, path: string): Promise<unknown> => {
    asked.push(url);
    return fetchJson(url, path, faults);
  };
  const { config } = scalars;
  const inPage = Array.from(document.querySelectorAll(IN_PAGE));
  const layers = await Promise.all(
    [
      config && fetched(config, 'data-config'),
      ...inPage.map(({ textContent }) => parse(textContent, faults)),
      data && plain(data, faults),
    ].map(async (layer) => withPolicy(await layer, fetched)),
  );
  const onTag = Object.fromEntries(SCALARS.map((name) => [name, scalars[name]]));
  const { watch } = scalars;
  const switched = { watch: watch === undefined ? watch : (SWITCH[watch] ?? watch) };
  const given = [
    ...layers,
    onTag,
    switched,
    { policy: { controller: partyOf(scalars, undefined) } },
  ];
  const merged = given.reduce<unknown>((base, layer) => merge(base, layer || undefined), {
    policy: { ...standard, controller: {} },
  });
  const checked = checkSettings(merged, standard, faults);
  if (checked.faults.length > 0) {
    const lines = checked.faults.map(({ path, expected }) => `  ${path}: expected ${expected}`);
    console.error(`Social9 Consent refused these settings:\n${lines.join('\n')}`);
  }
  const settings = mirrored(withController(checked.settings));
  readPeerMarkup(settings.markup ?? []);
  if (settings.watch) watchWith(settings, asked, loadWatch);
  return settings;
}
