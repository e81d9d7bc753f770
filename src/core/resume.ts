// Whether earlier pages have left something to be taken up.
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
  { draft, known }: Ports['history'],
  inForce: InForce,
  loadKeeper: () => Promise<AnswerKeeper | null>,
  reread: () => Promise<void>,
): Promise<void> {
  const isOver = ({ id, cookies, storage }: PurposeTerms) =>
    (cookies ?? storage) && !inForce.allows(id);
  const mayBeLeft = inForce.state().decided
    ? proofEndpoint || policy.purposes.some(isOver)
    : known[0];
  if (draft || mayBeLeft) await (await loadKeeper())?.takeUp(inForce, reread);
}
