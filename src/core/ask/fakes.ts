// A page whose files come when the test lets them, or not at all. For tests only.
import { answerOf } from '../choice/fakes.ts';
import { fakeWorld, started, withFiles } from '../fakes.ts';
import type { AnswerKeeper } from '../ports.ts';

const LOADS = ['load', 'load keeper', 'load placeholders'];
/** Files that come when the test lets them, or not at all. */
export function page() {
  const plain = fakeWorld();
  const { files } = plain.ports;
  const file = { isToBeHad: true, come: Promise.resolve() as Promise<unknown>, comeLate: () => {} };
  const world = withFiles(plain, {
    onLate(listener) {
      file.comeLate = listener;
    },
    async ask(host) {
      const ask = await files.ask(host);
      await file.come;
      return file.isToBeHad ? ask : null;
    },
    async placeholders(host) {
      const placeholders = await files.placeholders(host);
      await file.come;
      return file.isToBeHad ? placeholders : null;
    },
    async answer(...given): Promise<AnswerKeeper | null> {
      plain.events.push('load keeper');
      return files.answer(...given);
    },
  });
  /** From now on files come when the test lets them. */
  const slow = (): (() => void) => {
    let come = (): void => undefined;
    file.come = new Promise<void>((resolve) => (come = resolve));
    return () => come();
  };
  const loads = () => plain.events.filter((event) => LOADS.includes(event));
  return { world, file, slow, loads };
}

/** A page that has its answer already. */
export async function answered() {
  const made = page();
  await (await started(made.world)).flow.decide(answerOf(['analytics']));
  return { ...made, ...(await started(made.world)) };
}
