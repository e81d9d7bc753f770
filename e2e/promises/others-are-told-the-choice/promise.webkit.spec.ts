// The same in WebKit: denied first, the yes told before what it releases, and a withdrawal that ends on the same page.
import { expect, test } from '../../support/webkit.ts';
import { PAGE, TAG } from './told.ts';

test('L-10 L-19 told once each: the no, the yes, the withdrawal', async ({ person, session }) => {
  /** Runs in the page: Google's queue, in a word each. */
  const told = () =>
    session.run(() => {
      const { dataLayer } = globalThis as unknown as { dataLayer: ArrayLike<unknown>[] };
      return dataLayer.map((entry) => {
        const [name, kind, values] = Array.from(entry);
        const granted = Object.values((values ?? {}) as object).filter(
          (each) => each === 'granted',
        );
        return name === 'consent' ? `${kind} ${granted.length}` : `${name ?? 'event'}`;
      });
    });
  await person.visit(PAGE, { tag: TAG });
  await expect.poll(() => person.sees('accept')).toBe(true);
  expect(await told()).toEqual(['default 0', 'set']);
  await person.press('accept');
  const FIRST = ['default 0', 'set', 'update 5', 'event', 'js', 'config'];
  await expect.poll(told).toEqual(FIRST);
  await expect.poll(() => person.records()).toMatchObject([{ source: 'accept-all' }]);
  await session.run(() => {
    const { consent } = (globalThis as unknown as { social9: { consent: { withdraw(): void } } })
      .social9;
    consent.withdraw();
  });
  await expect.poll(told).toEqual([...FIRST, 'update 1', 'event']);
});
