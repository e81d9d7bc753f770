// Makes an answer a record and keeps it: linked to the one before, on disk before anyone hears of it.
import { type Answer, asksForMore, type ConsentRecord, grantsBy, type SignalsSeen, type Validity } from './choice.ts';
import { canonical, type PolicyTerms, termsOf } from './policy.ts';
import type { ChoiceStore, Proof } from './ports.ts';
import { expiryOf } from './time.ts';

/** Everything a record says beyond the answer itself. */
export interface RecordFacts {
  readonly policy: PolicyTerms;
  readonly validFor: Validity;
  readonly signals: SignalsSeen;
  readonly build: string;
  readonly origin: string;
  readonly nowMs: number;
}

/** A record of an answer, linked to the newest one in the history. */
async function makeRecord(
  answer: Answer,
  facts: RecordFacts,
  newest: Partial<ConsentRecord> | undefined,
  proof: Proof,
): Promise<ConsentRecord> {
  const { policy, validFor, nowMs } = facts;
  const asked = termsOf(policy);
  const saidYes = asksForMore(answer, grantsBy(policy, () => false));
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
    expiresAt: expiryOf(nowMs, saidYes ? validFor.granted : validFor.denied),
    signals: facts.signals,
    build: facts.build,
    origin: facts.origin,
    previous: newest?.hash ?? null,
  };
  return { ...record, hash: await proof.digest(canonical(record)) };
}

/** Every round, one of the tabs that decide at once gets through. */
const MAX_ROUNDS = 1000;

/** Keeps a record of the answer; resolves to the history that has it, on disk or in memory. */
export async function keep(
  answer: Answer,
  facts: RecordFacts,
  store: ChoiceStore,
  proof: Proof,
): Promise<readonly unknown[]> {
  let history = await store.read();
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const newest = history.at(-1) as Partial<ConsentRecord> | undefined;
    const added = await store.add(await makeRecord(answer, facts, newest, proof), newest?.recordId);
    if (added) return added;
    history = await store.read();
  }
  return history;
}
