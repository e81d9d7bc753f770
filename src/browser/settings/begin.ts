// From gathered settings to those in force: every fault told by name, and what a setting starts, started.

import type { Announce } from '../../core/announcements.ts';
import type { Policy, PolicyTerms } from '../../core/policy/policy.ts';
import { type Fault, isObject } from '../../core/policy/shape.ts';
import { namesServices, type WithCatalogue } from '../../core/settings/catalogue.ts';
import {
  checkSettings,
  type ReadSettings,
  START_DEFAULTS,
} from '../../core/settings/check-settings.ts';
import { misspelt } from '../../core/settings/misspelt.ts';
import { DEFAULTS, SCALARS, type Settings } from '../../core/settings/settings.ts';
import type { StartAnnounce } from '../announce/announce.ts';
import type { StartMirror } from '../announce/mirror.ts';
import type { ReadPeerMarkup } from '../held/peer-markup.ts';
import type { SpeakTexts } from '../language/texts.ts';
import { type LoadWatch, startWatch } from '../watch/watch-loader.ts';
import { type Gathered, gatherSettings } from './gather.ts';
import { tellLate } from './late.ts';
import type { GivenToTag } from './tag-settings.ts';

function tell(faults: readonly Fault[], announce: Announce): void {
  if (faults.length === 0) return;
  const lines = faults.map(({ path, expected }) => `  ${path}: expected ${expected}`);
  console.error(`Social9 Consent refused these settings:\n${lines.join('\n')}`);
  for (const { path, expected } of faults) announce('error', { what: 'setting', path, expected });
}

/** By their names in the page's `dataset`: `privacyurl` is `data-privacyurl`. */
function warnOfMisspelt({ scalars }: GivenToTag): void {
  const others = ['policy', ...Object.keys({ ...DEFAULTS, ...START_DEFAULTS })];
  const names = misspelt(Object.keys(scalars), Object.keys(SCALARS), others);
  if (names[0]) console.warn(`Social9 Consent: its tag has no setting ${names}`);
}

/** The controller is the Customer; a notice without its name names the site instead. */
function withController(settings: ReadSettings): ReadSettings {
  const { controller } = settings.policy;
  const name = controller.name || location.hostname;
  return { ...settings, policy: { ...settings.policy, controller: { ...controller, name } } };
}

/** Without its file the server is told nothing, and the notice names no cookie. */
async function mirrored(settings: ReadSettings, files: SettingsFiles): Promise<ReadSettings> {
  const startMirror = settings.mirror === 'cookie' && (await files.mirror());
  return startMirror ? startMirror(settings) : settings;
}

/** Without its file the policy says what it says in all languages. */
async function inTexts(
  settings: ReadSettings,
  files: SettingsFiles,
  faults: Fault[],
): Promise<ReadSettings> {
  const { texts }: PolicyTerms & Partial<Pick<Policy, 'texts'>> = settings.policy;
  const speakTexts = texts && (await files.texts());
  return speakTexts ? speakTexts(settings, texts, faults) : settings;
}

function watchWith(settings: ReadSettings, asked: readonly string[], load: LoadWatch): void {
  const { watch, policy, endpoint, proofEndpoint } = settings;
  if (!watch) return;
  const ownHosts = (isObject(watch) && watch.own) || [];
  startWatch(load, { policy, ownHosts, widgetUrls: [...asked, endpoint, proofEndpoint] });
}

/** How a page's settings come about from what was given and the default policy. */
export type BeginSettings = (given: GivenToTag, standard: PolicyTerms) => Promise<Settings>;

/** What few sites need; `null` where one is not to be had. */
export interface SettingsFiles {
  readonly watch: LoadWatch;
  markup(): Promise<ReadPeerMarkup | null>;
  services(): Promise<WithCatalogue | null>;
  texts(): Promise<SpeakTexts | null>;
  mirror(): Promise<StartMirror | null>;
  announce(): Promise<StartAnnounce | null>;
}

/** Without the catalogue an id stays where it is, for the check to refuse. */
async function complete(gathered: Gathered, files: SettingsFiles): Promise<Gathered> {
  const withCatalogue = namesServices(gathered.merged) && (await files.services());
  if (!withCatalogue) return gathered;
  const { merged, faults } = withCatalogue(gathered.merged);
  return { ...gathered, merged, faults: [...gathered.faults, ...faults] };
}

/** On its way while the rest is read. A tag that names somebody needs a policy that does. */
async function loadAnnounce({ merged }: Gathered, { scalars }: GivenToTag, files: SettingsFiles) {
  const { policy } = merged as { policy?: { announce?: unknown } };
  return scalars['announce'] || policy?.announce ? files.announce() : null;
}

/** Never rejects: what cannot be read closes what it touches. */
export const createSettings =
  (files: SettingsFiles, announce: Announce): BeginSettings =>
  async (given, standard) => {
    const gathered = await gatherSettings(given, standard);
    tellLate(gathered.inPage);
    const announcing = loadAnnounce(gathered, given, files);
    const { merged, faults: unread, asked } = await complete(gathered, files);
    const { settings: read, faults } = checkSettings(merged, standard, unread);
    // Without its file nobody is told more than the tag has said: a no.
    const announced = (await announcing)?.(read, given.scalars);
    const found = [...faults, ...(announced?.faults ?? [])];
    const checked = await inTexts(announced?.settings ?? read, files, found);
    tell(found, announce);
    warnOfMisspelt(given);
    const settings = await mirrored(withController(checked), files);
    // Whatever is not read in our way stays held.
    if (settings.markup[0]) (await files.markup())?.(settings.markup);
    watchWith(settings, asked, files.watch);
    return settings;
  };
