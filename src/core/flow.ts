// The whole story: policy → stored choice → gate, or ask → record → release → telemetry.
import { type Answer, asksForMore, unasked } from './choice.ts';
import { isGranted, missingFor } from './gate.ts';
import { createInForce } from './in-force.ts';
import type { PurposeTerms } from './policy.ts';
import type { After, Ports } from './ports.ts';
import { createQuestion } from './question.ts';
import type { Rights, RightsHost } from './rights.ts';
import type { Settings } from './settings.ts';
import { maySpeak } from './signals.ts';
import type { Telemetry } from './telemetry.ts';

type Right = (
  name: keyof Rights,
  consent: RightsHost['consent'],
  format?: 'kantara',
) => ReturnType<After['right']>;

export type Flow = ReturnType<typeof createFlow>;

export function createFlow(settings: Settings, ports: Ports) {
  const { announce, choices, elsewhere, signals, tags } = ports;
  const { policy } = settings;
  const inForce = createInForce(settings, ports);
  const { grants, state } = inForce;
  const allows = (id: string): boolean => isGranted(grants(), id);
  const question = createQuestion(settings, ports, inForce, decide);
  let speaking: Promise<Telemetry | undefined> | undefined;
  let turn = 0;
  let answering: Promise<unknown> = Promise.resolve();

  /** Opens and closes the gate to what is in force; telemetry speaks after the tags. */
  function release(): void {
    // Asked anew for every tag: one that comes late can come after the expiry (F-26).
    tags.apply((ids, hosts) => missingFor(ids, hosts, policy, grants()));
    void speak();
    void question.redraw();
  }

  /** Telemetry is fetched at its first grant. From then on it follows every change by itself. */
  async function speak(isRestored = false): Promise<void> {
    if (settings.endpoint && allows('analytics')) {
      speaking ??= ports
        .loadAfter()
        .then((after) => after?.speak(settings, state, allows, hearNews));
    }
    (await speaking)?.follow(isRestored);
  }

  /** Reads the stored choice. A press that comes in meanwhile is newer than anything stored. */
  async function recall(): Promise<boolean> {
    const mine = turn;
    await answering;
    const history = await choices.read();
    return mine === turn && inForce.takeOver(history);
  }

  /** The only way to a new record. A no counts at once, a yes once its record is kept. */
  function decide(answer: Answer): Promise<void> {
    const before = grants();
    const isNo = !asksForMore(answer, before);
    inForce.limitTo(answer);
    if (isNo) void question.close();
    release();
    const kept = record(answer, ++turn, asksForMore(before, answer));
    answering = kept;
    return kept;
  }

  async function record(answer: Answer, mine: number, takesBack: boolean): Promise<void> {
    const after = await ports.loadAfter();
    if (!after) return;
    const history = await after.keep(answer, settings, ports);
    elsewhere.tell();
    if (mine !== turn) return;
    inForce.takeOver(history);
    // Closes a first layer that has nothing left to ask, and no view the person has opened meanwhile.
    release();
    const remains = await after.cleanUp(policy, grants());
    announce('change', { ...state(), remains });
    if (takesBack && (remains.scripts[0] ?? remains.stored[0])) void question.showRemains(remains);
  }

  async function begin(): Promise<void> {
    elsewhere.onNews((isRestored) => void hearNews(isRestored));
    question.heed();
    await recall();
    release();
    announce('ready', state());
    void resume();
    // The opt-out is an act of its own: it is kept, and lasts when the signal goes (L-43).
    if (inForce.isOverruled()) void decide(unasked(grants(), 'signal'));
    if (inForce.pendingNow().length > 0 && maySpeak(signals, settings.gpc))
      void question.open('banner');
  }

  /**
   * What ran on after a withdrawal can have stored something anew, a proof can still be owed, and that a
   * choice ran out has to be written down.
   */
  async function resume(): Promise<void> {
    const isOver = ({ id, cookies, storage }: PurposeTerms) => (cookies ?? storage) && !allows(id);
    if (
      state().decided ? (settings.proofEndpoint ?? policy.purposes.some(isOver)) : choices.known[0]
    ) {
      await (await ports.loadAfter())?.resume(settings, ports, grants());
    }
  }

  async function hearNews(isRestored?: boolean): Promise<void> {
    if (await recall()) {
      release();
      announce('change', state());
    }
    if (isRestored) void speak(true);
  }

  /** The file for it is fetched; `null` when it is not to be had. */
  const right: Right = async (name, consent, format) =>
    (await ports.loadAfter())?.right(name, { settings, ports, consent }, format) ?? null;

  return { begin, decide, right, allows, question, grants, state, policy };
}
