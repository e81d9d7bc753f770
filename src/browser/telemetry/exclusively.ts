// One tab of the site at a time, where the browser has locks (not on a page of plain http).
import { NAME } from '../../core/name.ts';

const locks = (): LockManager | undefined => navigator.locks as LockManager | undefined;

export const hasLocks = (): boolean => !!locks();

/**
 * Runs when no other tab does; where there are no locks, at once. Never rejects for want of one.
 *
 * @param onWait called where another tab has the lock.
 */
export async function exclusively(
  run: () => Promise<void>,
  onWait: () => Promise<void>,
): Promise<void> {
  const manager = locks();
  if (!manager) return run();
  const hadIt = await manager.request(NAME, { ifAvailable: true }, async (lock) => {
    if (lock) await run();
    return !!lock;
  });
  if (hadIt) return;
  await onWait();
  await manager.request(NAME, run);
}
