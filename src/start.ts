// The only file that knows every part: settings in, a running widget out.
import { terms } from 'virtual:s9/terms';
import { createAskLoader, type LoadAsk } from './browser/ask-loader.ts';
import { createChoiceStore } from './browser/choice-store.ts';
import { createElsewhere } from './browser/elsewhere.ts';
import { onOpenPress } from './browser/open-press.ts';
import { announce, on } from './browser/page-events.ts';
import { createPageTags } from './browser/page-tags.ts';
import { activation, isGesture, signals } from './browser/person.ts';
import type { Settle } from './browser/settle.ts';
import { type Given, IN_PAGE } from './browser/tag-settings.ts';
import { type Consent, createApi } from './core/api.ts';
import { createFlow } from './core/flow.ts';
import type { Ports, View } from './core/ports.ts';
import { plainSettings, type Settings } from './core/settings.ts';

/** The parts of the widget that stand in files of their own. */
export interface Parts {
  /** Makes an `Ask`, once the UI is here; `null` when it is not to be had. */
  readonly loadAsk: LoadAsk;
  /** What follows an answer; fetched while the notice is on screen. */
  readonly loadAfter: Ports['loadAfter'];
  /** Reads and checks settings that stand outside the tag; `null` when it is not to be had. */
  readonly loadSettle: () => Promise<Settle | null>;
}

/** Settings that cannot be checked grant nothing: the first purpose is the necessary one. */
const CLOSED: Settings = {
  policy: { ...terms, purposes: terms.purposes.slice(0, 1) },
};

/**
 * Starts the widget on this page. With settings on the tag alone everything but the stored choice is
 * there at once; otherwise all stays held until they have been checked.
 */
export function start(given: Given, { loadAfter, loadAsk, loadSettle }: Parts): Consent {
  const tags = createPageTags(announce);

  const elsewhere = createElsewhere();

  const flowOf = (settings: Settings) =>
    createFlow(settings, {
      clock: Date,
      choices: createChoiceStore(elsewhere.hear),
      loadAfter,
      tags,
      question: createAskLoader(loadAsk, settings.theme, settings.control === 'own'),
      elsewhere,
      announce,
      signals: signals(),
      origin: location.origin,
    });

  let flow = flowOf(CLOSED);

  async function begin(settings: Settings): Promise<void> {
    flow = flowOf(settings);
    onOpenPress((view) => void flow.question.open(view as View));
    await activation();
    return flow.begin();
  }

  const plain =
    !given.data &&
    !document.querySelector(IN_PAGE) &&
    plainSettings(given.scalars, terms, location.hostname);
  const ready = plain
    ? begin(plain)
    : loadSettle()
        .then((settle) => settle?.(given, terms))
        .then((settings) => begin(settings ?? CLOSED));

  return createApi({ ready, flow: () => flow, isGesture, announce, watch: tags.watch, on });
}
