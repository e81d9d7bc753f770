// What the script tag runs: reads its settings, starts once, leaves one object: `window.social9`.
import { uiIntegrity } from 'virtual:s9/ui';
import { createPartLoader, type LoadPart } from './browser/parts.ts';
import { readGiven } from './browser/tag-settings.ts';
import type { Consent } from './core/api.ts';
import type { Ask, AskHost } from './core/ports.ts';
import { start } from './start.ts';

type Command = (consent: Consent) => void;

interface Global {
  consent?: Consent;
  queue?: { push(command: Command): void } | Command[];
}

/** A page that sets `window.social9` anew between two tags does not get a second widget (F-32). */
const RUNNING = Symbol.for('social9.consent');

const page = globalThis as unknown as { social9?: Global; [RUNNING]?: Consent };

type CreateAsk = (root: ShadowRoot, host: AskHost, loadPart: LoadPart) => Ask;

function run(command: Command, consent: Consent): void {
  try {
    command(consent);
  } catch (error) {
    // The Customer's error, told as theirs; the other commands still run.
    reportError(error);
  }
}

const tag = document.currentScript;
if (tag instanceof HTMLScriptElement) {
  const loadPart = createPartLoader(tag.src, tag.nonce);
  const consent = (page[RUNNING] ??= start(readGiven(tag), async (root, host) => {
    const createAsk = await loadPart<CreateAsk>('s9-consent-ui.js', uiIntegrity);
    return createAsk && createAsk(root, host, loadPart);
  }));
  const before = page.social9?.queue;
  page.social9 = { consent, queue: { push: (command: Command) => run(command, consent) } };
  if (Array.isArray(before)) for (const command of before) run(command, consent);
}
