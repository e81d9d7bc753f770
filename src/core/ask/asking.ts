// When the question is on screen: fetched when first needed, never an answer by itself.
import type { Answer } from '../choice/choice.ts';
import type { InForce } from '../choice/in-force.ts';
import type { HeldElements } from '../gate/held.ts';
import type { Remains } from '../gate/remains.ts';
import { once } from '../once.ts';
import type { AnswerKeeper, Ports } from '../ports.ts';
import type { Settings } from '../settings/settings.ts';
import type { Ask, AskHost, ControlNote, CoverFrames, View } from './ask.ts';

/** What the rules offer the views. */
const hostOf = (
  settings: Settings,
  ports: Ports,
  { asked, pending, state }: InForce,
  decide: (answer: Answer) => unknown,
): AskHost => ({
  question: () => ({ ...settings, pending: pending(), state: state(), asked: asked() }),
  answer(answer) {
    // What the site answers for the person has to be newer than what the person answers here.
    ports.takePress();
    decide(answer);
  },
  isFramed: ports.isFramed,
  viewed: (view) => (view ? ports.announce('open', { view }) : ports.announce('close', { view })),
  refused: (action, reason) => ports.announce('refused', { action, reason }),
});

/** Fetched while the person reads: an answer is kept without a wait, and the question never waits for it. */
async function readyFor(
  ask: Ask,
  held: HeldElements,
  loadKeeper: () => Promise<AnswerKeeper | null>,
): Promise<void> {
  await ask.painted();
  held.prepare();
  // That there is a question again can be because a choice ran out.
  await (await loadKeeper())?.keepExpiry();
}

export type Asking = ReturnType<typeof createAsking>;

export function createAsking(
  settings: Settings,
  ports: Ports,
  inForce: InForce,
  loadKeeper: () => Promise<AnswerKeeper | null>,
  decide: (answer: Answer) => unknown,
) {
  const { drawControl, files, held, outer, signals } = ports;
  const { pending, state } = inForce;
  let asking: Promise<Ask | null> | undefined;
  let covering: Promise<CoverFrames | null> | undefined;
  /** What could not be shown for want of its file: a question nobody asked for, or a view a person wanted. */
  let wasUnasked: boolean | undefined;
  let said: ControlNote = 'failed';

  const host = hostOf(settings, ports, inForce, decide);
  const loadAsk = once(() => files.ask(host));
  const loadPlaceholders = once(files.placeholders);

  /** One promise for all: what was asked for first is done first, and a close is not overtaken. */
  const load = (): Promise<Ask | null> => (asking = loadAsk());

  const hasControl = (): boolean => !outer() && (state().decided || signals.gpc);
  const draw = (): void => drawControl(hasControl(), wasUnasked === false ? said : undefined);

  /**
   * Resolves to whether it is there.
   *
   * @param isUnasked nobody wanted it: without its file the page stays as it is.
   */
  async function open(view: View, isUnasked = false): Promise<boolean> {
    const around = outer();
    if (around) return around.open(view).then(() => true);
    said = 'opening';
    wasUnasked = isUnasked;
    // Whoever pressed something of the site's own has no control of ours to read it on.
    if (hasControl()) draw();
    const ask = await load();
    const shown = ask?.show(view);
    if (ask) void readyFor(ask, held, loadKeeper);
    await shown;
    said = 'failed';
    wasUnasked = ask ? undefined : isUnasked;
    draw();
    return !!ask;
  }

  const drawNotices = (): void =>
    held.onNotices(async (notices) => (await loadKeeper())?.showNotices(notices));

  return {
    open,
    /** What the control says of what could not be shown. */
    note: (note: ControlNote) => void (said = note),
    drawNotices,
    /** Asks after all what could not be asked for want of a file. */
    retry(): void {
      drawNotices();
      if (wasUnasked && pending()[0]) void open('banner', true);
    },
    showUnkept: async (): Promise<void> => (await asking)?.showUnkept(),
    showRemains: async (remains: Remains): Promise<void> => (await load())?.showRemains(remains),
    close: async (): Promise<void> => (await asking)?.show(null),
    /** A held frame wants its placeholder, asked or not. */
    coverFrames(): void {
      held.onFrames(async (frames) => {
        if (frames[0]) covering = loadPlaceholders({ ...host, loadOnce: held.releaseOnce, open });
        (await covering)?.(frames);
      });
    },
    /** Brings everything drawn in line with what is in force. */
    async redraw(): Promise<void> {
      draw();
      (await asking)?.refresh();
    },
  };
}
