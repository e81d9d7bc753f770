// What the script tag runs: reads its settings, starts once, leaves one object: `window.social9`.
import { afterIntegrity } from 'virtual:s9/after';
import { checkIntegrity } from 'virtual:s9/check';
import { uiIntegrity } from 'virtual:s9/ui';
import { createPartLoader, type LoadPart } from './browser/parts.ts';
import type { Consent } from './core/api.ts';
import type { Ask, AskHost } from './core/ports.ts';
import { type Parts, start } from './start.ts';

type Command = (consent: Consent) => void;

interface Global {
  consent?: Consent;
  queue?: { push(command: Command): void } | Command[];
}

/** A page that sets `window.social9` anew between two tags does not get a second widget (F-32). */
const RUNNING = Symbol.for('social9.consent');

const page = globalThis as unknown as { social9?: Global; [RUNNING]?: Consent };

type CreateAsk = (root: ShadowRoot, host: AskHost, loadPart: LoadPart, consent: Consent) => Ask;

const tag = document.currentScript;
if (tag instanceof HTMLScriptElement) {
  let after: ReturnType<Parts['loadAfter']> | undefined;
  const loadPart = createPartLoader(tag.src, tag.nonce);
  const consent: Consent = (page[RUNNING] ??= start(
    { scalars: { ...tag.dataset } },
    {
      loadAsk: async (root, host) => {
        const createAsk = await loadPart<CreateAsk>('s9-consent-ui.js', uiIntegrity);
        return createAsk && createAsk(root, host, loadPart, consent);
      },
      loadAfter: () => (after ??= loadPart('s9-consent-after.js', afterIntegrity, loadPart)),
      loadSettle: () => loadPart('s9-consent-check.js', checkIntegrity, loadPart),
    },
  ));
  const before = page.social9?.queue;
  // One by one, so that an error of the Customer's is told as theirs and stops no other.
  const push = (command: Command) => queueMicrotask(() => command(consent));
  page.social9 = { consent, queue: { push } };
  if (Array.isArray(before)) before.forEach(push);
}
