import { beforeEach, expect, it, vi } from 'vitest';
import { grantsBy } from '../core/choice/choice.ts';
import { POLICY, SETTINGS } from '../core/choice/fakes.ts';
import { createKeeper, type KeeperFiles } from './answer.ts';
import { portsOf, storeOf } from './fakes.ts';
import { deleteLeaves } from './held/clean-up.ts';

const NOTHING = grantsBy(POLICY, () => false);
const LEAVING = {
  ...POLICY,
  purposes: POLICY.purposes.map((each) =>
    each.id === 'analytics'
      ? {
          ...each,
          cookies: [{ name: 'stats' }],
          storage: [{ kind: 'localStorage' as const, name: 'stats.*' }],
        }
      : each,
  ),
};

const loadCleanUp = vi.fn<KeeperFiles['loadCleanUp']>();

beforeEach(() => {
  loadCleanUp.mockReset().mockResolvedValue(deleteLeaves);
  localStorage.setItem('stats.a', '1');
});

function keeperOf(policy: typeof POLICY) {
  const ports = portsOf(storeOf());
  const held = { ...ports.held, stillRunning: () => ['inline'] };
  const none = async () => null;
  return createKeeper(
    { ...SETTINGS, policy },
    { ...ports, held },
    { loadForms: none, loadRights: none, loadProofs: none, loadCleanUp },
  );
}

it('L-19 what deletes is there before the answer is, and deletes after a no', async () => {
  const keeper = keeperOf(LEAVING);
  expect(loadCleanUp).toHaveBeenCalledOnce();
  expect(await keeper.cleanUp(NOTHING)).toEqual({ stored: [], scripts: ['inline'] });
  expect(localStorage.getItem('stats.a')).toBeNull();
});

it('where nothing is declared it is not asked for, and what still runs is told all the same', async () => {
  const keeper = keeperOf(POLICY);
  expect(await keeper.cleanUp(NOTHING)).toEqual({ stored: [], scripts: ['inline'] });
  expect(loadCleanUp).not.toHaveBeenCalled();
});

it('L-19 F-34 without its file all that may be left is said to remain, and it is tried again', async () => {
  loadCleanUp.mockResolvedValue(null);
  const keeper = keeperOf(LEAVING);
  expect((await keeper.cleanUp(NOTHING)).stored).toEqual(['stats', 'stats.*']);
  loadCleanUp.mockResolvedValue(deleteLeaves);
  expect((await keeper.cleanUp(NOTHING)).stored).toEqual([]);
});

it('L-19 a page’s last word is gone with a no, and needs no file for that', async () => {
  localStorage.setItem('s9-consent', '{}');
  const keeper = keeperOf(POLICY);
  await keeper.cleanUp(grantsBy(POLICY, () => true));
  expect(localStorage.getItem('s9-consent')).toBe('{}');
  await keeper.cleanUp(NOTHING);
  expect(localStorage.getItem('s9-consent')).toBeNull();
});
