// Makes an answer a record and keeps it: linked to the one before, on disk before anyone hears of it.
import { type Answer, asksForMore, type ConsentRecord, grantsBy } from './choice.ts';
import { canonical, termsOf } from './policy.ts';
import type { KeepPorts, Proof } from './ports.ts';
import type { Settings } from './settings.ts';
import { expiryOf } from './time.ts';

/** A history that takes records. */
export interface RecordStore {
  read(): Promise<readonly unknown[]>;
  /**
   * Adds a record and resolves to the history with it. `null` when the newest one is not `afterId`
   * any more: another tab was faster.
   */
  add(record: ConsentRecord, afterId: string | undefined): Promise<readonly unknown[] | null>;
}

/** What of the outside a record needs. */
export type RecordPorts = Omit<KeepPorts, 'choices'> & { readonly choices: RecordStore };

function expiresAt(
  answer: Answer,
  { policy, validFor }: Settings,
  newest: Partial<ConsentRecord> | undefined,
  nowMs: number,
): number {
  // That a choice ran out is no choice: it never counts, whatever the clock says (F-31).
  if (answer.source === 'expired') return 0;
  // Nobody said yes again: what a signal leaves of a yes ends when that yes would have (L-28).
  if (answer.source === 'signal' && newest?.expiresAt) return newest.expiresAt;
  const saidYes = asksForMore(
    answer,
    grantsBy(policy, () => false),
  );
  return expiryOf(nowMs, saidYes ? validFor.granted : validFor.denied);
}

/** A record of an answer, linked to the newest one in the history. */
export async function makeRecord(
  answer: Answer,
  settings: Settings,
  { clock, signals, build, origin }: Omit<KeepPorts, 'choices'>,
  newest: Partial<ConsentRecord> | undefined,
  proof: Proof,
): Promise<ConsentRecord> {
  const { policy } = settings;
  const nowMs = clock.now();
  const asked = termsOf(policy);
  const record = {
    shape: 1 as const,
    recordId: proof.uuid(),
    subjectId: newest?.subjectId ?? proof.uuid(),
    policyId: policy.id,
    policyVersion: policy.version,
    policyHash: await proof.digest(canonical(asked)),
    language: answer.language,
    textHash: answer.text === null ? null : await proof.digest(answer.text),
    asked,
    purposes: answer.purposes,
    services: answer.services,
    source: answer.source,
    input: answer.input,
    decidedAt: nowMs,
    expiresAt: expiresAt(answer, settings, newest, nowMs),
    signals,
    build,
    origin,
    previous: newest?.hash ?? null,
  };
  return { ...record, hash: await proof.digest(canonical(record)) };
}

/** Nobody presses in one tab and then in another within that time: it is the same moment. */
const TIE_MS = 500;

/** Everything was taken back at this very moment, elsewhere. */
const isTakenBack = (newest: Partial<ConsentRecord> | undefined, nowMs: number): boolean =>
  (newest?.source === 'withdraw' || newest?.source === 'reject-all') &&
  nowMs - (newest.decidedAt ?? 0) < TIE_MS;

/** Every round, one of the tabs that decide at once gets through. */
const MAX_ROUNDS = 1000;

/**
 * Keeps a record of the answer; resolves to the history that has it.
 *
 * @param knownId the newest record this tab knew of when the person answered.
 */
export async function keep(
  answer: Answer,
  settings: Settings,
  ports: RecordPorts,
  proof: Proof,
  knownId?: string,
): Promise<readonly unknown[]> {
  const { choices } = ports;
  let history = await choices.read();
  let wanted = answer;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const newest = history.at(-1) as Partial<ConsentRecord> | undefined;
    // Of two that decide at once, one who takes everything back wins, whoever was faster (F-15).
    if (newest?.recordId !== knownId && isTakenBack(newest, ports.clock.now())) {
      wanted = { ...answer, ...grantsBy(settings.policy, () => false) };
    }
    const added = await choices.add(
      await makeRecord(wanted, settings, ports, newest, proof),
      newest?.recordId,
    );
    if (added) return added;
    history = await choices.read();
  }
  return history;
}
