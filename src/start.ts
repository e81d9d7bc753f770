// The only file that knows every part: settings in, a running widget out.
import { announce, on } from './browser/announce/page.ts';
import { createTabs } from './browser/announce/tabs.ts';
import { seed } from './browser/crypto/web-crypto.ts';
import { createHistory } from './browser/database/history.ts';
import { isListed } from './browser/database/open.ts';
import { createHeldElements, type LoadReleaser } from './browser/held/held-elements.ts';
import { spoken } from './browser/language/spoken.ts';
import { createControl } from './browser/person/control.ts';
import { keepEdge } from './browser/person/edge.ts';
import { isFramed } from './browser/person/framed.ts';
import { onOpenerPress } from './browser/person/openers.ts';
import { outerConsent } from './browser/person/outer.ts';
import { createPageElement } from './browser/person/page-element.ts';
import { activation, signals } from './browser/person/person.ts';
import { hearPresses, takePress } from './browser/person/press.ts';
import type { BeginSettings } from './browser/settings/begin.ts';
import { type GivenToTag, IN_PAGE } from './browser/settings/tag-settings.ts';
import { createApi } from './core/api.ts';
import type { Ask, AskHost } from './core/ask/ask.ts';
import type { Consent } from './core/consent.ts';
import { createFlow } from './core/flow.ts';
import { ENGLISH } from './core/language/english.ts';
import { own } from './core/own.ts';
import type { PolicyTerms } from './core/policy/policy.ts';
import type { Files } from './core/ports.ts';
import { DEFAULTS, plainSettings, type Settings } from './core/settings/settings.ts';
import type { Outgoing } from './core/telemetry/outside.ts';
import type { ControlWords, LoadWords } from './locales/locale.ts';

/** What of the widget stands in files of its own; `null` where one is not to be had. */
export interface WidgetFiles extends Omit<Files, 'ask'> {
  ask(root: ShadowRoot, host: AskHost): Promise<Ask | null>;
  /** Fetches the file that asks, which will be needed. */
  fetchAhead(): void;
  readonly release: LoadReleaser;
  settings(): Promise<BeginSettings | null>;
  /** The words of another language than English. */
  readonly words: LoadWords;
}

/** What the tag itself says. */
export interface Standard {
  /** The default policy's. */
  readonly terms: PolicyTerms;
  readonly control: ControlWords;
}

/** Has the words fetched of the language that a setting names, or the page has; English is in every file. */
function speak({ lang }: Settings, files: WidgetFiles): void {
  const range = lang === 'auto' ? own(document).documentElement.lang : lang;
  if (!ENGLISH.test(range)) spoken.words = files.words(range);
}

/**
 * Starts the widget on this page. With settings on the tag alone everything but the stored choice is
 * there at once; otherwise all stays held until they have been checked.
 */
export function start(
  given: GivenToTag,
  files: WidgetFiles,
  { terms, control }: Standard,
): Consent {
  const held = createHeldElements(announce, files.release);
  const tabs = createTabs();
  keepEdge();
  hearPresses();
  const listed = isListed();
  // Who has nothing stored here is asked: what asks comes while settings and disk are still being read.
  void listed.then(async (is) => {
    await activation();
    if (is === false && !signals().gpc && !isFramed() && !outerConsent()) files.fetchAhead();
  });
  const outgoing: Outgoing = { outboxes: [], unstored: [] };

  function flowOf(settings: Settings) {
    let made: ShadowRoot | undefined;
    // Our element is made when something has to be drawn, not before.
    const root = () => (made ??= createPageElement(settings.theme, held.onGone));
    return createFlow(settings, {
      clock: Date,
      history: createHistory(tabs.hear, announce, listed),
      files: { ...files, ask: (host) => files.ask(root(), host) },
      held,
      drawControl: createControl(root, control, signals().gpc, settings),
      outer: outerConsent,
      isFramed,
      takePress,
      tabs,
      announce,
      outgoing,
      signals: signals(),
      origin: location.origin,
      seed,
    });
  }

  /** Settings that cannot be checked grant nothing. */
  const purposes = terms.purposes.filter(({ basis }) => basis === 'necessary');
  const closed: Settings = { ...DEFAULTS, policy: { ...terms, purposes } };
  let flow = flowOf(closed);

  async function begin(settings: Settings): Promise<void> {
    speak(settings, files);
    flow = flowOf(settings);
    await activation();
    return flow.begin();
  }

  const plain =
    !given.data &&
    !own(document).querySelector(IN_PAGE) &&
    plainSettings(given.scalars, terms, location.hostname);
  const ready = plain
    ? begin(plain)
    : files
        .settings()
        .then((beginSettings) => beginSettings?.(given, terms))
        .then((settings) => {
          // They can name other marks.
          held.watch(document);
          return begin(settings ?? closed);
        });

  // One that comes before all is known waits for that.
  onOpenerPress((view) => void ready.then(() => flow.press(view)));
  return createApi({ ready, flow: () => flow, takePress, announce, watch: held.watch, on });
}
