// The only file that knows every part: settings in, a running widget out.
import { build } from 'virtual:s9/build';
import { terms } from 'virtual:s9/terms';
import { createAskLoader, type LoadAsk } from './browser/ask-loader.ts';
import { createChoiceStore } from './browser/choice-store.ts';
import { createElsewhere } from './browser/elsewhere.ts';
import { createOutbox } from './browser/outbox.ts';
import { onOpenPress } from './browser/open-press.ts';
import { createPageEvents } from './browser/page-events.ts';
import { createPageTags } from './browser/page-tags.ts';
import { isGesture, pageLanguage, signals } from './browser/person.ts';
import { proof } from './browser/proof.ts';
import { fetchJson, type Given } from './browser/tag-settings.ts';
import { visit } from './browser/visit.ts';
import { type Consent, createApi, type Started } from './core/api.ts';
import { grantAll } from './core/choice.ts';
import { createFlow } from './core/flow.ts';
import type { View } from './core/ports.ts';
import { checkSettings, merge, type Settings } from './core/settings.ts';
import type { Fault } from './core/shape.ts';
import { stateOf } from './core/state.ts';

/** What a Customer gave, completed; faults are told once, by name (contract 2). */
function settle({ layers, faults }: Given): Settings {
  const merged = layers.reduce<unknown>((base, layer) => merge(base, layer), {
    policy: { ...terms, controller: {} },
  });
  const { settings, faults: found } = checkSettings(merged, terms, faults);
  if (found.length > 0) tellFaults(found);
  const { controller } = settings.policy;
  const lacks = [
    !controller.name && `policy.controller.name (${location.hostname} is shown instead)`,
    !controller.contact && 'policy.controller.contact',
  ].filter(Boolean);
  if (lacks.length > 0) console.warn(`Social9 Consent: a lawful notice still lacks ${lacks.join(', ')}.`);
  const named = { ...controller, name: controller.name || location.hostname };
  return { ...settings, policy: { ...settings.policy, controller: named } };
}

function tellFaults(faults: readonly Fault[]): void {
  const lines = faults.map(({ path, expected }) => `  ${path}: expected ${expected}`);
  console.error(`Social9 Consent refused these settings:\n${lines.join('\n')}`);
}

/** A policy that stands in a file of its own is fetched under what the layers say besides. */
async function withFetchedPolicy(given: Given): Promise<Given> {
  const faults = [...given.faults];
  const layers = await Promise.all(
    given.layers.map(async (layer) => {
      const { policy } = (layer ?? {}) as { policy?: unknown };
      if (typeof policy !== 'string') return layer;
      return { ...(layer as object), policy: await fetchJson(policy, 'policy', faults) };
    }),
  );
  return { layers, faults };
}

const namesPolicyFile = ({ layers }: Given): boolean =>
  layers.some((layer) => typeof (layer as { policy?: unknown } | undefined)?.policy === 'string');

/**
 * Starts the widget on this page.
 *
 * @param given settings, or a promise of them while a file is fetched; everything stays held meanwhile.
 * @param loadAsk fetches the UI.
 */
export function start(given: Given | Promise<Given>, loadAsk: LoadAsk): Consent {
  const { announce, on } = createPageEvents();
  const tags = createPageTags(announce);
  let now: Started | undefined;

  function begin(settings: Settings): Started {
    const flow = createFlow(settings, {
      clock: Date,
      proof,
      choices: createChoiceStore(),
      tags,
      question: createAskLoader(loadAsk, settings.theme, settings.control === 'own'),
      outbox: createOutbox(settings.endpoint, build),
      visit,
      elsewhere: createElsewhere(),
      announce,
      signals: signals(),
      origin: location.origin,
      build,
      pageLanguage: pageLanguage(),
    });
    onOpenPress((view) => void flow.question.open(view as View));
    now = { flow, policy: settings.policy, ready: flow.begin() };
    return now;
  }

  // Without a file to fetch all this is synchronous, and a returning visitor waits for nothing.
  const started =
    given instanceof Promise || namesPolicyFile(given)
      ? Promise.resolve(given).then(withFetchedPolicy).then(settle).then(begin)
      : Promise.resolve(begin(settle(given)));

  const before = stateOf(null, grantAll(terms, false), false, {
    policy: terms,
    signals: signals(),
    storage: 'indexeddb',
  });
  return createApi({ started, now: () => now, before, isGesture, announce, on });
}
