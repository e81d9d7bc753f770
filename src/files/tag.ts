// s9-consent.js, what the script tag runs: reads its settings, starts once, leaves one object: `window.social9`.
import { file as answer } from 'virtual:s9/file/answer';
import { file as frames } from 'virtual:s9/file/frames';
import { file as release } from 'virtual:s9/file/release';
import { file as settings } from 'virtual:s9/file/settings';
import { file as telemetry } from 'virtual:s9/file/telemetry';
import { file as ui } from 'virtual:s9/file/ui';
import { file as words } from 'virtual:s9/file/words';
import { sayDenied } from '../browser/announce/denied.ts';
import { announce } from '../browser/announce/page.ts';
import { createFileLoader, type FileAddress, tellMissing } from '../browser/files/file-loader.ts';
import { findTag } from '../browser/files/find-tag.ts';
import { lent } from '../browser/files/lent.ts';
import { createTrustedPolicy } from '../browser/held/trusted.ts';
import { type Page, RUNNING } from '../browser/person/outer.ts';
import type { Ask, AskHost } from '../core/ask/ask.ts';
import type { Consent } from '../core/consent.ts';
import type { PolicyTerms } from '../core/policy/policy.ts';
import type { Command } from '../global.ts';
import { control } from '../locales/en.ts';
import terms from '../policies/social9/terms.json';
import { start, type WidgetFiles } from '../start.ts';

const page: Page = window;

type CreateUi = (root: ShadowRoot, host: AskHost, consent: Consent) => Promise<Ask>;

function startHere(tag: HTMLScriptElement): Consent {
  const { dataset } = tag;
  sayDenied(dataset['announce'], dataset['waitForUpdate']);
  const trusted = createTrustedPolicy(tag.nonce);
  let onLate = (): unknown => undefined;
  const loadFile = createFileLoader(tag.src, trusted, announce, lent, () => onLate());
  /** Calls what a file hands over. */
  const callOf =
    <Args extends readonly unknown[], Made>(file: FileAddress, given: unknown = loadFile) =>
    async (...args: Args): Promise<Made | null> => {
      const make = await loadFile<(...args: Args) => Made>(file, given);
      return make && make(...args);
    };
  const fetchUi = () => loadFile<CreateUi>(ui, loadFile);
  let ahead: ReturnType<typeof fetchUi> | undefined;
  const files: WidgetFiles = {
    answer: callOf(answer),
    release: callOf(release, { trusted, loadFile }),
    telemetry: callOf(telemetry),
    placeholders: callOf(frames),
    ask: async (root, host) => {
      // Once: where it has failed, the next need tries again.
      const coming = ahead ?? fetchUi();
      ahead = undefined;
      const createUi = await coming;
      return createUi && createUi(root, host, consent);
    },
    fetchAhead() {
      ahead = fetchUi();
    },
    settings: () => loadFile(settings, loadFile),
    words: callOf(words),
    onLate: (listener) => void (onLate = listener),
  };
  const consent: Consent = start({ scalars: { ...dataset } }, files, {
    terms: terms as PolicyTerms,
    control,
  });
  return consent;
}

const tag = findTag();
if (tag) {
  const consent = (page[RUNNING] ??= startHere(tag));
  const before = page.social9?.queue;
  // One by one, so that an error of the Customer's is told as theirs and stops no other.
  const push = (command: Command) => queueMicrotask(() => command(consent));
  page.social9 = { consent, queue: { push } };
  if (Array.isArray(before)) before.forEach(push);
} else tellMissing('tag');
