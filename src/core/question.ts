// When the question is on screen: fetched when first needed, never an answer by itself.
import type { Answer } from './choice.ts';
import type { InForce } from './in-force.ts';
import type { Ask, AskHost, Ports, Remains, View } from './ports.ts';
import type { Settings } from './settings.ts';

export function createQuestion(
  settings: Settings,
  ports: Ports,
  { askedNow, pendingNow, state }: InForce,
  decide: (answer: Answer) => unknown,
) {
  const { question: loader, tags, announce, signals } = ports;
  let asking: Promise<Ask | null> | undefined;

  const host: AskHost = {
    question: () => ({
      ...settings,
      pending: pendingNow(),
      state: state(),
      asked: askedNow(),
    }),
    answer: decide,
    loadOnce: tags.releaseOnce,
    viewed: (view) => announce(view ? 'open' : 'close', { view }),
    refused: (action, reason) => announce('refused', { action, reason }),
  };

  async function load(): Promise<Ask | null> {
    const ask = await (asking ??= loader.bring(host));
    // Fetched while the person reads, so that a press is judged and recorded without a wait.
    if (ask)
      void ports.loadAfter().then((after) => (host.isFair ??= after?.guard(settings, ports)));
    return ask;
  }

  const open = async (view: View): Promise<void> => (await load())?.show(view);

  return {
    open,
    showRemains: async (remains: Remains): Promise<void> => (await load())?.showRemains(remains),
    close: async (): Promise<void> => (await asking)?.show(null),
    /** A held frame wants its placeholder, asked or not. */
    heed(): void {
      tags.onFrames(async (frames) => {
        if (frames.length > 0) await load();
        (await asking)?.cover(frames);
      });
    },
    /** Brings everything drawn in line with what is in force. */
    async redraw(): Promise<void> {
      loader.drawControl(state().decided || signals.gpc, () => void open('preferences'));
      (await asking)?.refresh();
    },
  };
}
