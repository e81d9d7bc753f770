// The whole story: policy → stored choice → gate, or ask → record → release → telemetry.
import { createAnswering } from './answering.ts';
import type { View } from './ask/ask.ts';
import { type Asking, createAsking } from './ask/asking.ts';
import { asksForMore, grantsBy, unasked } from './choice/choice.ts';
import { createInForce, type InForce } from './choice/in-force.ts';
import { maySpeak } from './choice/signals.ts';
import { createEventually } from './eventually.ts';
import { NOTHING_REMAINS } from './gate/remains.ts';
import { once } from './once.ts';
import type { AnswerKeeper, Ports } from './ports.ts';
import { resume } from './resume.ts';
import type { Settings } from './settings/settings.ts';
import { createSpeaker } from './telemetry/speaker.ts';

export type Flow = ReturnType<typeof createFlow>;

/** Nobody is asked what a signal has answered, nor where the page around this one asks for both. */
function askIfDue(settings: Settings, ports: Ports, { pending }: InForce, asking: Asking): void {
  const isDue = pending()[0] && maySpeak(ports.signals, settings.gpc) && !ports.outer();
  if (isDue) void asking.open('banner', true);
}

export function createFlow(settings: Settings, ports: Ports) {
  const { announce, files, held, history, tabs } = ports;
  const inForce = createInForce(settings, ports);
  const { grants, state } = inForce;
  const { eventually, tryAgain } = createEventually();
  const { speak, track } = createSpeaker(settings, ports, inForce, reread, eventually);
  const loadKeeper = once(() => ports.files.answer(settings, ports));
  const { decide, recall } = createAnswering({
    ports,
    inForce,
    loadKeeper,
    release,
    asking: () => asking,
  });
  const asking = createAsking(settings, ports, inForce, loadKeeper, decide);

  /** Opens and closes the gate to what is in force; telemetry speaks after the elements. */
  function release(): void {
    // Others know first: what is released by a yes may ask them at once.
    settings.tell?.(state);
    // Asked anew for every element: one that comes late can come after the expiry (F-26).
    held.apply({ policy: settings.policy, grants });
    void speak();
    void asking.redraw();
  }

  /** A press on what opens a view. Where no choice can be shown, to take everything back is the one that is left. */
  async function press(view: View): Promise<void> {
    const isThere = await asking.open(view);
    const nothing = grantsBy(settings.policy, () => false);
    if (isThere || view !== 'preferences' || !asksForMore(grants(), nothing)) return;
    asking.note('withdrawn');
    await decide(unasked(nothing, 'withdraw'));
  }

  async function begin(): Promise<void> {
    tabs.onTold((isRestored) => void reread(isRestored));
    // What could not be done for want of a file is done when it comes.
    files.onLate(() => {
      release();
      asking.retry();
      tryAgain();
    });
    asking.coverFrames();
    asking.drawNotices();
    await recall();
    release();
    announce('ready', state());
    void resume(settings, history, inForce, loadKeeper, reread);
    // The opt-out is an act of its own: it is kept, and lasts when the signal goes (L-43).
    if (inForce.overruled()) void decide(unasked(grants(), 'signal'));
    // Who has answered is not asked again because the disk is slow; what is answered meanwhile does not wait for it.
    void history.settled().then(() => askIfDue(settings, ports, inForce, asking));
  }

  async function reread(isRestored?: boolean): Promise<void> {
    if (await recall()) {
      release();
      announce('change', { ...state(), remains: NOTHING_REMAINS });
    }
    if (isRestored) void speak(true);
  }

  /** Takes back what was agreed to in a form; for want of its file it is owed. */
  const takeBack = (...what: Parameters<AnswerKeeper['takeBack']>): Promise<void> =>
    eventually(async () => (await loadKeeper())?.takeBack(...what));

  return { begin, decide, press, takeBack, track, asking, ...inForce, loadKeeper, settings, ports };
}
