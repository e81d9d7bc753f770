// The npm package: the same widget for pages that bundle their scripts. Safe to import on a server.
import { locales } from 'virtual:s9/translations';
import { sayDenied } from './browser/announce/denied.ts';
import { announce } from './browser/announce/page.ts';
import { withinMs } from './browser/deadline.ts';
import type { ReleaseFiles } from './browser/held/release.ts';
import { createTrustedPolicy } from './browser/held/trusted.ts';
import { spoken } from './browser/language/spoken.ts';
import { type Page, RUNNING } from './browser/person/outer.ts';
import { move } from './browser/person/place.ts';
import { keepReachable } from './browser/person/reachable.ts';
import type { SettingsFiles } from './browser/settings/begin.ts';
import type { FormsHost } from './core/ask/forms.ts';
import type { Consent } from './core/consent.ts';
import type { PolicyTerms } from './core/policy/policy.ts';
import type { GivenSettings } from './core/settings/given.ts';
import type { DeclaringPolicy } from './core/telemetry/custom.ts';
import { control } from './locales/en.ts';
import type { LoadWords, Translation } from './locales/locale.ts';
import terms from './policies/social9/terms.json';
import { start, type WidgetFiles } from './start.ts';

export type { GivenAnnounce } from './core/announce/given.ts';
export type {
  Announcements,
  AnnouncementType,
  Failure,
  RefusedMarkup,
  RefusedPress,
  RefusedRequest,
} from './core/announcements.ts';
export type { View } from './core/ask/ask.ts';
export type { ConsentRecord } from './core/choice/choice.ts';
export type { ConsentState } from './core/choice/state.ts';
export type { Consent } from './core/consent.ts';
export type { Policy } from './core/policy/policy.ts';
export type { KantaraReceipt } from './core/receipt/kantara.ts';
export type { Receipt } from './core/receipt/receipt.ts';
export type { Erased, Exported, LedgerEntry, Outcome } from './core/rights/exported.ts';
export type { GivenPolicy, GivenSettings } from './core/settings/given.ts';
export type { ServiceId } from './core/settings/service-id.ts';
export type { Command, Social9 } from './global.ts';

const GIVE_UP_MS = 8000;

/** Who hears of a module that has come after it was given up. */
const late: { hear?: () => void } = {};

/** A module that is not to be had in time is none, and is said to be: as the tag does with a file (F-34). */
const part = <T>(path: string, module: Promise<T>): Promise<T | null> =>
  withinMs(GIVE_UP_MS, module).catch((fault: unknown) => {
    module.then(
      () => late.hear?.(),
      () => undefined,
    );
    announce('error', { what: 'file', path, expected: 'this build' });
    console.error(`Social9 Consent: its module “${path}” is not to be had.`, fault);
    return null;
  });

const judge = () => part('judge', import('./browser/person/judge.ts'));

const loadCover = async () => {
  const over = await part('cover', import('./browser/held/cover.ts'));
  const dialog = await part('cover', import('./browser/held/dialog.ts'));
  const picture = await part('cover', import('./browser/held/picture.ts'));
  return over && dialog && picture && { ...over, ...dialog, ...picture };
};

const loadWords: LoadWords = async (...asked) => {
  const module = await part('words', import('./browser/language/translations.ts'));
  const load = async (lang: string) => (await locales[lang]?.())?.default as Translation;
  return module && module.createLoadWords(Object.keys(locales), load, announce)(...asked);
};

const loadRights = async () =>
  (await part('rights', import('./worded/rights.ts')))?.rightsWith(loadWords) ?? null;

const loadForms = async () => {
  const module = await part('forms', import('./worded/forms.ts'));
  const forms = await part('forms', import('./browser/forms/forms.ts'));
  if (!module || !forms) return null;
  const loadJudge = async () => (await judge())?.createJudge ?? null;
  return async (host: FormsHost) =>
    forms.createForms(host, module.formParts(loadJudge, await spoken.words));
};

const loadProofs = async () =>
  (await part('proofs', import('./browser/telemetry/proofs.ts')))?.createProofs ?? null;

const loadCleanUp = async () =>
  (await part('clean-up', import('./browser/held/clean-up.ts')))?.deleteLeaves ?? null;

const loadData = async () => (await part('data', import('./worded/data.ts')))?.createData ?? null;

const loadSecondLayer = async () =>
  (await part('preferences', import('./worded/preferences.ts')))?.createSecondLayer(
    loadData,
    move,
  ) ?? null;

const releaseFiles: ReleaseFiles = {
  advice: async () =>
    (await part('advice', import('./browser/held/advice/advice.ts')))?.advise ?? null,
  ready: async () =>
    (await part('ready', import('./browser/held/scripts/ready.ts')))?.hearWhatHasBeen ?? null,
  places: async () =>
    (await part('places', import('./browser/held/places/places.ts')))?.createPlaces ?? null,
};

const loadFocus = async () =>
  (await part('focus', import('./browser/person/give-way.ts')))?.giveWay ?? null;

const settingsFiles: SettingsFiles = {
  watch: async () =>
    (await part('watch', import('./browser/watch/leak-watch.ts')))?.watchLeaks ?? null,
  markup: async () =>
    (await part('markup', import('./browser/held/peer-markup.ts')))?.readPeerMarkup ?? null,
  services: async () =>
    (await part('services', import('./policies/services/catalogue.ts')))?.withCatalogue ?? null,
  texts: async () =>
    (await part('texts', import('./browser/language/texts.ts')))?.speakTexts ?? null,
  mirror: async () =>
    (await part('mirror', import('./browser/announce/mirror.ts')))?.startMirror ?? null,
  announce: async () =>
    (await part('announce', import('./browser/announce/announce.ts')))?.startAnnounce ?? null,
};

/** The files of the tag, as modules that whoever bundles this package splits off. */
const filesFor = (consent: () => Consent): WidgetFiles => ({
  async answer(settings, ports) {
    const module = await part('answer', import('./browser/answer.ts'));
    const few = { loadForms, loadRights, loadProofs, loadCleanUp };
    return module && module.createKeeper(settings, ports, few);
  },
  async release(host) {
    const module = await part('release', import('./browser/held/release.ts'));
    return module && module.createReleaser(host, createTrustedPolicy(), releaseFiles);
  },
  async telemetry(...given) {
    const module = await part('telemetry', import('./browser/telemetry/telemetry.ts'));
    return module && module.startTelemetry(...given);
  },
  async placeholders(host) {
    const module = await part('frames', import('./worded/frames.ts'));
    const createJudge = (await judge())?.createJudge;
    const frames = await part('frames', import('./browser/held/find/cover-frames.ts'));
    if (!module || !createJudge || !frames) return null;
    return frames.coverFrames(
      host,
      module.createFrames(host, { createJudge, loadCover }, await spoken.words),
    );
  },
  async settings() {
    const module = await part('settings', import('./browser/settings/begin.ts'));
    return module && module.createSettings(settingsFiles, announce);
  },
  words: loadWords,
  fetchAhead() {
    // What cannot be had is told when it is needed.
    import('./worded/ui.ts').catch(() => undefined);
  },
  onLate: (listener) => void (late.hear = listener),
  async ask(root, host) {
    const module = await part('ui', import('./worded/ui.ts'));
    const focus = await part('focus', import('./browser/person/focus-in-view.ts'));
    const isFair = (await judge())?.createJudge();
    if (!module || !focus || !isFair) return null;
    focus.bringFocusInView(loadFocus);
    keepReachable(root.host);
    const parts = { host, consent: consent(), isFair, loadSecondLayer };
    return module.createUi(root, parts, await spoken.words);
  },
});

/** What the tag says by `data-announce`, at once. Of a policy that is fetched it is said when that has come. */
function sayNo(settings: GivenSettings) {
  try {
    const { policy } = settings;
    const { google, microsoft } = (typeof policy === 'object' && policy?.announce) || {};
    const names = [google && 'google', microsoft && 'microsoft'].filter(Boolean).join(' ');
    sayDenied(names, google?.wait_for_update);
    return names ? { announce: names } : {};
  } catch {
    // A getter of the Customer's that throws is told of where all settings are read (F-41).
    return {};
  }
}

/**
 * Starts the widget; a second call returns the first one's object.
 *
 * @typeParam Given the type of your policy, `as const`: `track` takes what it declares under `analytics`, and nothing else
 * compiles.
 * @param settings the same shape as `data-s9-config` in the page. What does not validate is refused by
 * name in the console and closes what it touches.
 * @throws TypeError when there is no document: call it in the browser only.
 * @example
 * const consent = createConsent({ endpoint: 'https://collector.example/v1/logs' });
 * consent.on('change', (state) => console.log(state.purposes));
 * @example
 * const policy = { purposes: [{ id: 'analytics', data: ['page', 'plan'] }] } as const;
 * void createConsent<typeof policy>({ policy }).track('signed up', { plan: 'pro' });
 */
export function createConsent<Given extends DeclaringPolicy = DeclaringPolicy>(
  settings: GivenSettings = {},
): Consent<Given> {
  if (typeof document === 'undefined') {
    throw new TypeError('createConsent(): expected to be called in a browser');
  }
  const page: Page = window;
  const startHere = (): Consent =>
    start(
      { scalars: sayNo(settings), data: settings },
      filesFor(() => consent),
      { terms: terms as PolicyTerms, control },
    );
  const consent: Consent = (page[RUNNING] ??= startHere());
  return consent;
}
