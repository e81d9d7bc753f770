// Keeps the record of an answer, whatever other tabs and others have written meanwhile.
import { type Answer, type ConsentRecord, type Grants, inBoth } from './choice.ts';
import { fold } from './fold.ts';
import { canonical } from './policy.ts';
import type { Proof } from './ports.ts';
import {
  makeRecord,
  type Newest,
  newestIdOf,
  newestOf,
  type Press,
  pressNow,
  type RecordPorts,
} from './record.ts';
import type { Settings } from './settings.ts';

/** A history that takes records. */
export interface RecordStore {
  read(): Promise<readonly unknown[]>;
  /**
   * Puts this history in place of the one whose newest record is `afterId`. `false` when another one is
   * there by now: another tab was faster.
   */
  replace(history: readonly unknown[], afterId: string | undefined): Promise<boolean>;
}

/** What of the outside keeping needs. */
export interface KeepingPorts extends RecordPorts {
  readonly choices: RecordStore;
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

/** Every round, one of the tabs that decide at once gets through. */
const MAX_ROUNDS = 1000;

/** Keeps a record of the answer; resolves to the history that has it. */
export async function keep(
  answer: Answer,
  settings: Settings,
  ports: KeepingPorts,
  proof: Proof,
  press = pressNow(ports.clock, proof),
): Promise<readonly unknown[]> {
  const { choices, clock } = ports;
  const { policy } = settings;
  let history = await choices.read();
  let wanted = answer;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const whole = history.filter(isSealable);
    const newestId = newestIdOf(history);
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
