// What a page takes up that earlier pages have left.
import type { InForce } from './choice/in-force.ts';
import type { PurposeTerms } from './policy/policy.ts';
import type { AnswerKeeper, Ports } from './ports.ts';
import type { Settings } from './settings/settings.ts';

/**
 * What ran on after a withdrawal can have stored something anew, a proof can still be owed, and that a
 * choice ran out, or a no that could only be noted, has to be written down. Where nothing of that can be, nothing is fetched.
 */
export async function resume(
  { policy, proofEndpoint }: Settings,
  { history }: Ports,
  { allows, grants, state }: InForce,
  loadKeeper: () => Promise<AnswerKeeper | null>,
  reread: () => Promise<void>,
): Promise<void> {
  const isOver = ({ id, cookies, storage }: PurposeTerms) => (cookies ?? storage) && !allows(id);
  const { decided } = state();
  const { draft, known } = history;
  const isDue = draft || (decided ? proofEndpoint || policy.purposes.some(isOver) : known[0]);
  if (!isDue) return;
  const keeper = await loadKeeper();
  if (draft) {
    await keeper?.keepOwed();
    await reread();
  }
  if (decided) keeper?.sendOwed();
  await Promise.all([keeper?.keepExpiry(), keeper?.cleanUp(grants())]);
}
