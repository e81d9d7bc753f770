import { afterEach, expect, it, vi } from 'vitest';
import { type Grants, grantsBy } from '../../core/choice/choice.ts';
import { POLICY } from '../../core/choice/fakes.ts';
import { leavesOf } from '../../core/gate/leaves.ts';
import type { PolicyTerms, Purpose } from '../../core/policy/policy.ts';
import { deleteLeaves } from './clean-up.ts';

const NOTHING = grantsBy(POLICY, () => false);
const EVERYTHING = grantsBy(POLICY, () => true);

const cleanUp = async (policy: PolicyTerms, grants: Grants) => ({
  stored: await deleteLeaves(leavesOf(policy, grants)),
});

const leaving = (change: Partial<Purpose>) => ({
  ...POLICY,
  purposes: POLICY.purposes.map((p) => (p.id === 'analytics' ? { ...p, ...change } : p)),
});

const cookies = () =>
  document.cookie
    .split('; ')
    .filter(Boolean)
    .map((pair) => pair.split('=')[0]);

afterEach(() => {
  for (const name of cookies()) document.cookie = `${name}=;max-age=0;path=/`;
  localStorage.clear();
});

it('L-19 deletes declared cookies over every path, and no others', async () => {
  document.cookie = '_ga=1;path=/';
  document.cookie = `_ga_X=1;path=${location.pathname}`;
  document.cookie = '_gat_not=1;path=/';
  document.cookie = 'basket=1;path=/';
  const policy = leaving({ cookies: [{ name: '_ga' }, { name: '_ga_*' }] });
  expect((await cleanUp(policy, NOTHING)).stored).toEqual([]);
  expect(cookies().sort()).toEqual(['_gat_not', 'basket']);
});

it.each([
  ['__Secure-st', 'path=/;secure'],
  ['__Host-st', 'path=/;secure'],
  ['_part', 'path=/;secure;samesite=none;partitioned'],
  ['__Host-part', 'path=/;secure;samesite=none;partitioned'],
  ['_none', 'path=/;secure;samesite=none'],
])('L-19 deletes a cookie that only its own kind of writing deletes: %s', async (name, kind) => {
  document.cookie = `${name}=1;${kind}`;
  expect(cookies()).toEqual([name]);
  expect((await cleanUp(leaving({ cookies: [{ name }] }), NOTHING)).stored).toEqual([]);
  expect(cookies()).toEqual([]);
});

it('deletes nothing of a purpose that is granted', async () => {
  document.cookie = '_ga=1;path=/';
  await cleanUp(leaving({ cookies: [{ name: '_ga' }] }), EVERYTHING);
  expect(cookies()).toEqual(['_ga']);
});

it('L-19 deletes declared storage of every kind', async () => {
  localStorage.setItem('stats.a', '1');
  localStorage.setItem('theme', 'dark');
  sessionStorage.setItem('stats.b', '1');
  const opened = indexedDB.open('stats-db');
  await new Promise<void>((resolve) => {
    opened.onsuccess = () => {
      opened.result.close();
      resolve();
    };
  });
  const storage = [
    { kind: 'localStorage' as const, name: 'stats.*' },
    { kind: 'sessionStorage' as const, name: 'stats.b' },
    { kind: 'indexedDB' as const, name: 'stats-*' },
  ];
  expect((await cleanUp(leaving({ storage }), NOTHING)).stored).toEqual([]);
  expect(Object.keys(localStorage)).toEqual(['theme']);
  expect(sessionStorage.length).toBe(0);
  expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('stats-db');
});

it('tells what it cannot delete: what stays, and cookies of other domains', async () => {
  const policy = leaving({
    cookies: [
      { name: 'far', domain: '.elsewhere.example' },
      { name: 'near', domain: location.hostname },
    ],
    storage: [{ kind: 'localStorage', name: 'stuck' }],
  });
  localStorage.setItem('stuck', '1');
  vi.spyOn(Storage.prototype, 'removeItem').mockImplementationOnce(() => {
    throw new DOMException('no', 'SecurityError');
  });
  expect((await cleanUp(policy, NOTHING)).stored).toEqual(['far', 'stuck']);
});

it.each([
  ['id', localStorage],
  ['visit', sessionStorage],
] as const)(
  'L-19 deletes the link that visitors: %s keeps, though no telemetry runs',
  async (visitors, storage) => {
    storage.setItem('s9-consent-link', 'x');
    await cleanUp(leaving({ visitors }), EVERYTHING);
    expect(storage.getItem('s9-consent-link')).toBe('x');
    await cleanUp(leaving({ visitors }), NOTHING);
    expect(storage.getItem('s9-consent-link')).toBeNull();
  },
);
