// When the question is on screen: fetched when first needed, one view at a time, no answer by itself.
import type { Answer } from './choice.ts';
import type { InForce } from './in-force.ts';
import { languageOf } from './language.ts';
import type { Ask, AskHost, HeldFrame, Ports, Question, View } from './ports.ts';
import type { Settings } from './settings.ts';

export function createQuestion(
  settings: Settings,
  ports: Ports,
  inForce: InForce,
  decide: (answer: Answer) => unknown,
) {
  const { question: loader, tags, announce, choices } = ports;
  let ask: Promise<Ask | null> | undefined;
  let view: View | null = null;
  let frames: readonly HeldFrame[] = [];

  const host: AskHost = {
    question: (): Question => ({
      policy: settings.policy,
      pending: inForce.pending(),
      granted: inForce.grants(),
      decided: inForce.state().decided,
      lang: languageOf(settings.lang, ports.pageLanguage),
      layout: settings.layout,
      position: settings.position,
      theme: settings.theme,
      place: choices.place,
      optedOut: inForce.optedOut(),
    }),
    answer: (answer) => void decide(answer),
    loadOnce: (frame) => tags.releaseOnce(frame),
    viewed: (next) => setView(next),
    refused: (action, reason) => announce('refused', { action, reason }),
  };

  function setView(next: View | null): void {
    if (next === view) return;
    if (view) announce('close', { view });
    view = next;
    if (view) announce('open', { view });
  }

  const load = (): Promise<Ask | null> => (ask ??= loader.load(host));

  async function open(next: View): Promise<void> {
    const loaded = await load();
    if (!loaded) return announce('error', { path: 's9-consent-ui.js', expected: 'the file of this build' });
    setView(next);
    loaded.show(next);
  }

  /** Redraws what is on screen, if anything is. */
  async function refresh(): Promise<void> {
    const loaded = await ask;
    if (view === 'banner' && inForce.pending().length === 0) setView(null);
    loaded?.show(view);
    loaded?.cover(frames);
  }

  const close = (): void => {
    setView(null);
    void refresh();
  };

  tags.onFrames(async (held) => {
    frames = held;
    if (held.length > 0) await load();
    await refresh();
  });

  return {
    open,
    close,
    /** Brings everything drawn in line with what is in force. */
    follow(): void {
      const shown = inForce.state().decided || inForce.optedOut();
      loader.control(shown, () => void open('preferences'));
      void refresh();
    },
  };
}
