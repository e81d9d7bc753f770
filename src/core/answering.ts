// From an answer to what is in force: noted if it is a no, recorded, released, told; and what is read meanwhile.
import type { Announce } from './announcements.ts';
import type { Asking } from './ask/asking.ts';
import { type Answer, asksForMore } from './choice/choice.ts';
import type { Draft } from './choice/draft.ts';
import type { InForce } from './choice/in-force.ts';
import { NOTHING_REMAINS } from './gate/remains.ts';
import type { AnswerKeeper, Ports } from './ports.ts';

/** What answering needs of the flow. */
interface AnsweringHost {
  readonly ports: Ports;
  readonly inForce: InForce;
  readonly asking: () => Asking;
  loadKeeper(): Promise<AnswerKeeper | null>;
  /** Opens and closes the gate to what is in force. */
  release(): void;
}

async function askAgain({ source }: Answer, announce: Announce, asking: Asking): Promise<void> {
  announce('refused', { action: source, reason: 'unkept' });
  await asking.open('banner');
  await asking.showUnkept();
}

export function createAnswering(host: AnsweringHost) {
  const { ports, inForce, asking, loadKeeper, release } = host;
  const { announce, history, tabs } = ports;
  const { grants, state } = inForce;
  let turn = 0;
  let answering: Promise<void> | undefined;

  /** The no itself is written with what is here: it holds in other tabs and on the next page without any further file. */
  async function note(draft: Draft, mine: number): Promise<void> {
    const records = await history.note(draft, tabs.tell);
    if (mine !== turn) return;
    inForce.takeOver(records);
    void asking().redraw();
  }

  async function record(
    answer: Answer,
    mine: number,
    takesBack: boolean,
    draft?: Draft,
  ): Promise<void> {
    const loading = loadKeeper();
    if (draft) await note(draft, mine);
    const keeper = await loading;
    // A yes that cannot be kept is none: it is asked for again.
    if (!keeper && asksForMore(answer, grants())) return askAgain(answer, announce, asking());
    if (keeper) {
      const kept = await keeper.keep(answer, draft);
      tabs.tell();
      if (mine === turn) inForce.takeOver(kept);
    }
    if (mine !== turn) return;
    // Closes a banner that has nothing left to ask, and no view the person has opened meanwhile.
    release();
    const remains = (await keeper?.cleanUp(grants())) ?? NOTHING_REMAINS;
    announce('change', { ...state(), remains });
    if (takesBack && (remains.scripts[0] ?? remains.stored[0])) void asking().showRemains(remains);
  }

  return {
    /** The only way to a new record. A no counts at once, a yes once its record is kept. */
    decide(answer: Answer): Promise<void> {
      const before = grants();
      const asksMore = asksForMore(answer, before);
      const takesBack = asksForMore(before, answer);
      const draft = takesBack || !asksMore ? inForce.draftOf(answer) : undefined;
      inForce.limitTo(answer);
      if (!asksMore) void asking().close();
      // What is taken back is held again before anything is written.
      release();
      const recording = record(answer, ++turn, takesBack, draft).finally(() => {
        if (answering === recording) answering = undefined;
      });
      return (answering = recording);
    },

    /** Reads the stored choice. A press that comes in meanwhile is newer than anything stored. */
    async recall(): Promise<boolean> {
      const mine = turn;
      let records = await history.read();
      if (answering) {
        // A no elsewhere is obeyed whatever is being waited for here.
        if (inForce.limitToRead(records)) release();
        await answering;
        records = await history.read();
      }
      return mine === turn && inForce.takeOver(records);
    },
  };
}
