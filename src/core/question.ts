// When the question is on screen: fetched when first needed, one view at a time, no answer by itself.
import type { Answer } from './choice.ts';
import type { InForce } from './in-force.ts';
import type { Ask, AskHost, HeldFrame, Ports, Question, View } from './ports.ts';
import type { Settings } from './settings.ts';

export function createQuestion(
  settings: Settings,
  ports: Ports,
  inForce: InForce,
  decide: (answer: Answer) => unknown,
) {
  const { question: loader, tags, announce, signals, pageLanguage } = ports;
  const { lang } = settings;
  let asking: Promise<Ask | null> | undefined;
  let view: View | null = null;
  let frames: readonly HeldFrame[] = [];

  const host: AskHost = {
    question: (): Question => ({
      ...settings,
      pending: inForce.pending(),
      state: inForce.state(),
      lang: (lang === 'auto' ? pageLanguage : lang) || 'en',
    }),
    answer: decide,
    loadOnce: tags.releaseOnce,
    viewed: setView,
    refused: (action, reason) => announce('refused', { action, reason }),
  };

  function setView(next: View | null): void {
    if (next === view) return;
    announce(next ? 'open' : 'close', { view: next ?? view });
    view = next;
  }

  async function load(): Promise<Ask | null> {
    const ask = await (asking ??= loader.load(host));
    // Fetched while the person reads, so that a press is recorded without a wait.
    if (ask) void ports.loadAfter();
    return ask;
  }

  async function open(next: View): Promise<void> {
    const ask = await load();
    if (!ask) return;
    setView(next);
    ask.show(next);
  }

  /** Redraws what is on screen, if anything is. */
  async function refresh(): Promise<void> {
    const ask = await asking;
    if (view === 'banner' && inForce.pending().length === 0) setView(null);
    ask?.show(view);
    ask?.cover(frames);
  }

  return {
    open,
    /** A held frame wants its placeholder, asked or not. */
    heed(): void {
      tags.onFrames((held) => {
        frames = held;
        void (held.length > 0 ? load() : undefined);
        void refresh();
      });
    },
    close(): void {
      setView(null);
      void refresh();
    },
    /** Brings everything drawn in line with what is in force. */
    follow(): void {
      loader.control(inForce.state().decided || signals.gpc, () => void open('preferences'));
      void refresh();
    },
  };
}
