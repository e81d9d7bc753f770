// The whole story: policy → stored choice → gate, or ask → record → release → telemetry.
import { type Answer, asksForMore, makeRecord, readRecord } from './choice.ts';
import { isGranted, missingFor } from './gate.ts';
import { createInForce } from './in-force.ts';
import type { Ports } from './ports.ts';
import { createQuestion } from './question.ts';
import type { Settings } from './settings.ts';
import { createTelemetry } from './telemetry.ts';

export type Flow = ReturnType<typeof createFlow>;

export function createFlow(settings: Settings, ports: Ports) {
  const { choices, tags, elsewhere, announce } = ports;
  const inForce = createInForce(settings, ports);
  const allows = (id: string): boolean => isGranted(inForce.grants(), id);
  const question = createQuestion(settings, ports, inForce, (answer) => flow.decide(answer));
  const telemetry = createTelemetry(settings, ports, inForce, allows);
  let turn = 0;
  let answering: Promise<unknown> = Promise.resolve();

  /** Opens and closes the gate to what is in force; telemetry speaks after the tags. */
  function release(): void {
    const grants = inForce.grants();
    tags.apply((ids, hosts) => missingFor(ids, hosts, settings.policy, grants));
    telemetry.follow();
    question.follow();
  }

  /** Reads the stored choice. A press that comes in meanwhile is newer than anything stored. */
  async function recall(): Promise<boolean> {
    await answering;
    const mine = turn;
    const history = await choices.read();
    return mine === turn && inForce.adopt(history);
  }

  /** The only way to a new record. A no counts at once, a yes once its record is kept. */
  async function decide(answer: Answer): Promise<void> {
    const mine = ++turn;
    const isNo = !asksForMore(answer, inForce.grants());
    inForce.limitTo(answer);
    if (isNo) question.close();
    release();
    const history = await choices.append((newest) =>
      makeRecord(answer, inForce.facts(), readRecord(newest), ports.proof),
    );
    elsewhere.tell();
    if (mine !== turn) return;
    inForce.adopt(history);
    question.close();
    release();
    announce('change', inForce.state());
  }

  async function begin(): Promise<void> {
    await recall();
    release();
    announce('ready', inForce.state());
    if (inForce.mustAsk()) await question.open('banner');
  }

  elsewhere.onNews(async (isRestored) => {
    const isNew = await recall();
    if (isNew) {
      release();
      announce('change', inForce.state());
    }
    if (isRestored) telemetry.viewAgain();
  });

  const flow = {
    begin,
    decide: (answer: Answer): Promise<unknown> => (answering = decide(answer)),
    allows,
    question,
    grants: inForce.grants,
    state: inForce.state,
  };
  return flow;
}
