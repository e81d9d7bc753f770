// Makes an answer a record and keeps it: linked to the one before, on disk before anyone hears of it.
import {
  type Answer,
  asksForMore,
  type ConsentRecord,
  type Grants,
  grantsBy,
  inBoth,
  pendingPurposes,
  recordInForce,
} from './choice.ts';
import { fold } from './fold.ts';
import { canonical, termsOf } from './policy.ts';
import type { Clock, KeepPorts, Proof } from './ports.ts';
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

/** What is settled at the moment of an answer, however long it takes to keep it. */
export interface Press {
  readonly atMs: number;
  readonly recordId: string;
  /** For a record that goes on from none. */
  readonly freshSubjectId: string;
  /** The newest record this tab knew of. */
  readonly knownId?: string | undefined;
}

export const pressNow = (clock: Clock, proof: Proof, knownId?: string): Press => ({
  atMs: clock.now(),
  recordId: proof.uuid(),
  freshSubjectId: proof.uuid(),
  knownId,
});

function expiresAt(
  answer: Answer,
  settings: Settings,
  before: ConsentRecord | null,
  nowMs: number,
): number {
  // That a choice ran out is no choice: it never counts, whatever the clock says (F-31).
  if (answer.source === 'expired') return 0;
  const nothing = grantsBy(settings.policy, () => false);
  const { granted, denied } = validityOf(settings);
  const fresh = expiryOf(nowMs, asksForMore(answer, nothing) ? granted : denied);
  // What stays of an earlier yes and was not before the person's eyes ends when it would have (L-28).
  const isKept = before && asksForMore(inBoth(settings.policy, answer, before), nothing);
  return isKept && !answer.isWhole ? Math.min(before.expiresAt, fresh) : fresh;
}

/** A record of an answer, linked to the newest one of a history. */
export async function makeRecord(
  answer: Answer,
  settings: Settings,
  { signals, build, origin }: Omit<RecordPorts, 'choices'>,
  history: readonly unknown[],
  proof: Proof,
  press: Press,
): Promise<ConsentRecord> {
  const { policy } = settings;
  const { atMs, recordId, freshSubjectId } = press;
  const predecessor = predecessorIn(history, origin, atMs);
  const { subjectId = freshSubjectId, hash: previous = null } = predecessor;
  const asked = termsOf(policy);
  const record = {
    shape: 1 as const,
    recordId,
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
    decidedAt: atMs,
    expiresAt: expiresAt(answer, settings, recordInForce(history, policy, origin, atMs), atMs),
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

/** What was answered at this very moment, elsewhere; `null` where nothing was. */
const answeredElsewhere = (newest: Newest, { atMs, knownId }: Press): Grants | null =>
  newest?.purposes &&
  newest.services &&
  newest.recordId !== knownId &&
  newest.source !== 'expired' &&
  atMs - (newest.decidedAt ?? 0) < TIE_MS
    ? { purposes: newest.purposes, services: newest.services }
    : null;

/** A call of the site's that changes nothing: no choice, or a yes could be renewed without anybody (L-28, F-43). */
function changesNothing(answer: Answer, settings: Settings, before: ConsentRecord | null): boolean {
  const { policy } = settings;
  const isAsked = () => pendingPurposes(before, policy).length > 0;
  const same = (a: Grants, b: Grants) => !asksForMore(a, b) && !asksForMore(b, a);
  return answer.source === 'site' && !!before && !isAsked() && same(answer, before);
}

/** Every round, one of the tabs that decide at once gets through. */
const MAX_ROUNDS = 1000;

/** Keeps a record of the answer; resolves to the history that has it. */
export async function keep(
  answer: Answer,
  settings: Settings,
  ports: RecordPorts,
  proof: Proof,
  press = pressNow(ports.clock, proof),
): Promise<readonly unknown[]> {
  const { choices, clock, origin } = ports;
  const { policy } = settings;
  let history = await choices.read();
  let wanted = answer;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const whole = history.filter(isSealable);
    const newestId = newestIdOf(history);
    const before = recordInForce(whole, policy, origin, press.atMs);
    if (changesNothing(answer, settings, before)) return history;
    // Of two that decide at once, a no wins, whoever was faster (F-15).
    const other = answeredElsewhere(newestOf(whole), press);
    if (other) wanted = { ...answer, ...inBoth(policy, answer, other) };
    // Linked to what came after the press, it is younger than that.
    const atMs = newestId === press.knownId ? press.atMs : clock.now();
    const made = await makeRecord(wanted, settings, ports, whole, proof, { ...press, atMs });
    const next = withRecord(whole, made);
    if (await choices.replace(next, newestId)) return next;
    history = await choices.read();
  }
  // Never a history without the answer: what stands in it may be another's grant.
  throw new Error('consent: the answer could not be written');
}
