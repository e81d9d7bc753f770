// WebKit keeps a page that was left as it is, with what it had under way on disk: that holds up no later page.
import type { WithApi } from '../../support/public-api.ts';
import { expect, test } from '../../support/webkit.ts';

test('F-20 F-22 a page that is left in the midst of a write holds up no later page, and what it had to tell is told', async ({
  person,
  session,
  world,
}) => {
  await person.visit('<p>Words</p>');
  await person.press('accept');
  await expect.poll(person.records).toHaveLength(1);
  await expect.poll(() => world.receiver.events('s9.page_view')).toHaveLength(1);
  await session.run(() => {
    const { get } = IDBObjectStore.prototype;
    // A disk that is slow for as long as the page runs.
    IDBObjectStore.prototype.get = function (key) {
      const again = (): void => void (get.call(this, 'nothing').onsuccess = again);
      if (this.transaction.mode === 'readwrite') {
        Object.assign(globalThis, { isWriting: true });
        again();
      }
      return get.call(this, key);
    };
    void (globalThis as unknown as WithApi).social9.consent.track('signed up');
  });
  await expect.poll(() => session.run(() => 'isWriting' in globalThis)).toBe(true);
  await person.visit('<p>Words</p>', { at: '/next' });
  const state = () =>
    session.run(async () => (globalThis as unknown as WithApi).social9.consent.state);
  await expect.poll(state).toMatchObject({ decided: true, storage: 'indexeddb' });
  // Sent again it is the same one: a receiver takes it once.
  const told = () =>
    new Set(world.receiver.events('s9.custom').map(({ attributes }) => attributes['s9.event.id']));
  await expect.poll(() => told().size).toBe(1);
});
