// Makes an answer a record and keeps it: linked to the one before, on disk before anyone hears of it.
import { type Answer, asksForMore, type ConsentRecord, grantsBy } from './choice.ts';
import { fold } from './fold.ts';
import { canonical, termsOf } from './policy.ts';
import type { KeepPorts, Proof } from './ports.ts';
import { type Settings, validityOf } from './settings.ts';
import { predecessorIn } from './subject.ts';
import { expiryOf } from './time.ts';

type Newest = Partial<ConsentRecord> | undefined;

/** The newest entry, which need not be a record (F-11). */
export const newestOf = (history: readonly unknown[]): Newest =>
  (history.at(-1) ?? undefined) as Newest;

/**
 * What tells the newest entry from another. Only a text is the same when it is read again; what others
 * have put there has none (F-44).
 */
export const newestIdOf = (history: readonly unknown[]): string | undefined => {
  const id: unknown = newestOf(history)?.recordId;
  return typeof id === 'string' ? id : undefined;
};

/** A history that takes records. */
export interface RecordStore {
  read(): Promise<readonly unknown[]>;
  /**
   * Puts this history in place of the one whose newest record is `afterId`. `false` when another one is
   * there by now: another tab was faster.
   */
  replace(history: readonly unknown[], afterId: string | undefined): Promise<boolean>;
}

/** What of the outside a record needs. */
export interface RecordPorts extends Omit<KeepPorts, 'choices'> {
  readonly choices: RecordStore;
  /** Version and digest of the widget. */
  readonly build: string;
}

function expiresAt(answer: Answer, settings: Settings, newest: Newest, nowMs: number): number {
  // That a choice ran out is no choice: it never counts, whatever the clock says (F-31).
  if (answer.source === 'expired') return 0;
  // Nobody said yes again: what a signal leaves of a yes ends when that yes would have (L-28).
  if (answer.source === 'signal' && newest?.expiresAt) return newest.expiresAt;
  const saidYes = asksForMore(
    answer,
    grantsBy(settings.policy, () => false),
  );
  const { granted, denied } = validityOf(settings);
  return expiryOf(nowMs, saidYes ? granted : denied);
}

/** A record of an answer, linked to the newest one of a history. */
export async function makeRecord(
  answer: Answer,
  settings: Settings,
  { clock, signals, build, origin }: Omit<RecordPorts, 'choices'>,
  history: readonly unknown[],
  proof: Proof,
): Promise<ConsentRecord> {
  const { policy } = settings;
  const nowMs = clock.now();
  const { subjectId = proof.uuid(), hash: previous = null } = predecessorIn(history, nowMs);
  const asked = termsOf(policy);
  const record = {
    shape: 1 as const,
    recordId: proof.uuid(),
    subjectId,
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
    expiresAt: expiresAt(answer, settings, newestOf(history), nowMs),
    signals,
    build,
    origin,
    previous,
  };
  return { ...record, hash: await proof.digest(canonical(record)) };
}

/**
 * What has no canonical form, such as a cycle, was never ours and cannot be sealed (F-11). Twice, for a
 * list of one is not sorted, and sorting asks each for its text.
 */
function isSealable(entry: unknown): boolean {
  try {
    canonical([entry, entry]);
    return true;
  } catch {
    return false;
  }
}

/** A history with one record more. */
export const withRecord = (history: readonly unknown[], record: ConsentRecord) =>
  fold([...history, record]);

/** Nobody presses in one tab and then in another within that time: it is the same moment. */
const TIE_MS = 500;

/** Everything was taken back at this very moment, elsewhere. */
const isTakenBack = (newest: Newest, answeredAtMs: number): boolean =>
  (newest?.source === 'withdraw' || newest?.source === 'reject-all') &&
  answeredAtMs - (newest.decidedAt ?? 0) < TIE_MS;

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
  // From the answer on: how long the disk takes makes no two answers further apart.
  const answeredAtMs = ports.clock.now();
  let history = await choices.read();
  let wanted = answer;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const whole = history.filter(isSealable);
    const newestId = newestIdOf(history);
    // Of two that decide at once, one who takes everything back wins, whoever was faster (F-15).
    if (newestId !== knownId && isTakenBack(newestOf(whole), answeredAtMs)) {
      wanted = { ...answer, ...grantsBy(settings.policy, () => false) };
    }
    const next = withRecord(whole, await makeRecord(wanted, settings, ports, whole, proof));
    if (await choices.replace(next, newestId)) return next;
    history = await choices.read();
  }
  // Never a history without the answer: what stands in it may be another's grant.
  throw new Error('consent: the answer could not be written');
}
