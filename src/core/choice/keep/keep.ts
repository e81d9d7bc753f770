// Keeps the record of an answer, whatever other tabs and others have written meanwhile.

import { canonical } from '../../policy/canonical.ts';
import type { Settings } from '../../settings/settings.ts';
import {
  type Answer,
  asksForMore,
  type ConsentRecord,
  choicesIn,
  type Grants,
  grantsOf,
  inBoth,
  recordInForce,
} from '../choice.ts';
import type { Draft } from '../draft.ts';
import { fold } from '../fold.ts';
import type { RecordStore } from '../history.ts';
import {
  makeRecord,
  type Newest,
  newestIdOf,
  newestOf,
  type RecordPorts,
  type Stamp,
  stampNow,
} from '../record.ts';

/** What of the outside keeping needs. */
export interface KeepPorts extends RecordPorts {
  readonly store: RecordStore;
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

const grantsIn = (entry: Newest): Grants | null =>
  entry?.purposes && entry.services ? { purposes: entry.purposes, services: entry.services } : null;

/** What was answered at this very moment, elsewhere; `null` where nothing was. */
const answeredElsewhere = (newest: Newest, { atMs, knownId }: Stamp): Grants | null =>
  newest?.recordId !== knownId &&
  newest?.source !== 'expired' &&
  atMs - (newest?.decidedAt ?? 0) < TIE_MS
    ? grantsIn(newest)
    : null;

/** What is kept of it already: an answer that was noted is kept by whoever comes first. */
function keptOf(history: readonly unknown[], { recordId, knownId }: Stamp): Grants | null {
  const entries = history as readonly Newest[];
  // Later than what it was made after: a page can break what makes ids, and then all are the same.
  const from = entries.map((entry) => entry?.recordId).lastIndexOf(knownId) + 1;
  return grantsIn(entries.slice(from).find((entry) => entry?.recordId === recordId));
}

/** Of a record of its own: only the no in an answer is noted. */
const beside = (stamp: Stamp, { webCrypto }: RecordPorts): Stamp => ({
  ...stamp,
  knownId: stamp.recordId,
  recordId: webCrypto.uuid(),
});

/** Every round, one of the tabs that decide at once gets through. */
const MAX_ROUNDS = 1000;

/** Keeps a record of the answer; resolves to the history that has it. */
export async function keep(
  answer: Answer,
  settings: Settings,
  ports: KeepPorts,
  stamp = stampNow(ports),
): Promise<readonly unknown[]> {
  const { store, clock } = ports;
  const { policy } = settings;
  let history = await store.read();
  let wanted = answer;
  let mine = stamp;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const whole = history.filter(isSealable);
    const newestId = newestIdOf(history);
    const kept = keptOf(whole, mine);
    if (kept && !asksForMore(wanted, kept)) return history;
    if (kept) mine = beside(mine, ports);
    // Of two that decide at once, a no wins, whoever was faster (F-15).
    const other = answer.collection ? null : answeredElsewhere(newestOf(choicesIn(whole)), mine);
    if (other) wanted = { ...answer, ...inBoth(policy, answer, other) };
    // Linked to what came after the press, it is younger than that; and no older than its draft, which it ends.
    const atMs = newestId === mine.knownId ? mine.atMs : Math.max(mine.atMs, clock.now());
    const made = await makeRecord(wanted, settings, ports, whole, { ...mine, atMs });
    const next = withRecord(whole, made);
    if (await store.replace(next, newestId)) return next;
    history = await store.read();
  }
  // Never a history without the answer: what stands in it may be another's grant.
  throw new Error('consent: the answer could not be written');
}

/** What is settled of an answer that was noted before. */
export const stampOf = (draft: Draft, ports: RecordPorts): Stamp => ({
  ...stampNow(ports, draft.after, draft.seed),
  atMs: draft.decidedAt,
});

/** Makes a no that was only noted a record: of what was asked then, and of no more than was in force before. */
export async function keepDraft(
  draft: Draft,
  settings: Settings,
  ports: KeepPorts,
): Promise<readonly unknown[]> {
  const { policy } = settings;
  const { asked, decidedAt, policyVersion } = draft;
  const before = recordInForce(await ports.store.read(), policy, ports.origin, decidedAt);
  const answer = { ...draft, ...inBoth(policy, draft, grantsOf(before, policy, ports.signals)) };
  return keep({ ...answer, asked }, settings, ports, { ...stampOf(draft, ports), policyVersion });
}
