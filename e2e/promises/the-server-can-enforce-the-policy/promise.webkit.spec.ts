// The same in WebKit: each kind of unmarked request gets out without the policy, and none under it.
import { expect, test } from '../../support/webkit.ts';
import { headersFor } from './policies.ts';
import { KINDS, unmarked } from './unmarked.ts';

const tried = async (): Promise<boolean> => {
  await (globalThis as unknown as { tried: Promise<unknown> }).tried;
  return true;
};

/** WebKit knows no prefetch. */
const ALL = KINDS.filter((kind) => kind !== 'prefetch.js').toSorted();

test('without it, each kind of unmarked request gets out', async ({ person, session, world }) => {
  person.expects(/./);
  await person.visit(unmarked(world.thirdParty.origin, 'unmarked'));
  const hits = () => world.thirdParty.hits().map((hit) => hit.slice(hit.lastIndexOf('/') + 1));
  await expect.poll(() => hits().toSorted()).toEqual(ALL);
  await session.run(tried);
});

test('L-10 closed as a header, none of them does', async ({ person, session, world }) => {
  person.expects(/./);
  const headers = await headersFor(world);
  await person.visit(unmarked(world.thirdParty.origin, 'unmarked'), { headers });
  expect(await session.run(tried)).toBe(true);
  await expect.poll(() => person.sees('accept')).toBe(true);
  expect(world.thirdParty.hits()).toEqual([]);
});
