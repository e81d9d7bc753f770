// What waits of a visit when its page ends: the next page or another tab sends it, once.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NAME } from '../../core/name.ts';
import {
  answers,
  begin,
  bodies,
  end,
  eventOf,
  ledger,
  outcomes,
  queued,
  sent,
  tab,
} from './fakes.ts';

beforeEach(begin);
afterEach(end);

describe('at the end of a page', () => {
  const left = () => localStorage.getItem(NAME);

  it('F-22 what is left leaves at once, and stands in the ledger of the next page', async () => {
    answers.push('never');
    const { outbox } = tab();
    outbox.last([eventOf('a')]);
    expect(sent()).toEqual([['a']]);
    // Its disk would keep the page out of the back/forward cache (F-20).
    expect(await queued()).toEqual([]);
    tab().add('b');
    await expect.poll(() => sent()).toEqual([['a'], ['a', 'b']]);
    expect(left()).toBeNull();
    expect((await ledger()).map(({ body }) => body)).toEqual(bodies);
    await expect.poll(outcomes).toEqual(['leaving', 'sent']);
  });

  it('F-24 what cannot leave is sent by the next page', async () => {
    answers.push('no answer');
    const { outbox, add } = tab();
    add('a');
    await expect.poll(outcomes).toEqual(['unanswered']);
    outbox.last([eventOf('b')]);
    expect(bodies).toHaveLength(1);
    tab().add('c');
    await expect.poll(() => sent().at(-1)).toEqual(['a', 'b', 'c']);
    await expect.poll(queued).toEqual([]);
  });

  it('F-24 what cannot leave is sent by another tab, where no page comes next', async () => {
    const { add, knows } = tab();
    add('a');
    await expect.poll(outcomes).toEqual(['sent']);
    const leave = (id: string) => {
      localStorage.setItem(NAME, JSON.stringify({ events: [eventOf(id)] }));
      dispatchEvent(new StorageEvent('storage', { key: NAME, newValue: left() }));
    };
    leave('b');
    await expect.poll(() => sent(), { timeout: 20_000 }).toEqual([['a'], ['b']]);
    expect(left()).toBeNull();
    // Not where it was taken back meanwhile.
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    leave('c');
    knows.isGranted = false;
    await vi.advanceTimersByTimeAsync(60_000);
    vi.useRealTimers();
    expect(left()).toContain('"c"');
    expect(await queued()).toEqual([]);
  });

  it('F-28 what is on its way already is not sent twice', async () => {
    answers.push('never');
    const { outbox, add } = tab();
    add('a');
    await expect.poll(() => bodies).toHaveLength(1);
    outbox.last([eventOf('b')]);
    expect(sent()).toEqual([['a'], ['b']]);
  });

  it('L-27 a page that was only hidden hears the answer, and says so', async () => {
    const { outbox, add } = tab();
    outbox.last([eventOf('a')]);
    await expect.poll(left).toBeNull();
    expect(await outcomes()).toEqual(['sent']);
    add('b');
    await expect.poll(() => sent()).toEqual([['a'], ['b']]);
  });

  it('L-27 F-25 what a page sent at its end is in the ledger, though the next page takes all back', async () => {
    answers.push('never');
    tab().outbox.last([eventOf('a')]);
    tab().outbox.purge();
    expect(left()).toBeNull();
    await expect.poll(outcomes).toEqual(['leaving']);
    expect((await ledger()).map(({ body }) => body)).toEqual(bodies);
  });

  it('F-16 nothing leaves by what this tab knows alone where tabs have no channel', async () => {
    const Channel = BroadcastChannel;
    Reflect.deleteProperty(globalThis, 'BroadcastChannel');
    tab().outbox.last([eventOf('a')]);
    Object.assign(globalThis, { BroadcastChannel: Channel });
    expect(bodies).toEqual([]);
    expect(left()).toContain('"a"');
  });

  it('L-19 L-27 what was left is gone with a no', () => {
    const { outbox } = tab();
    outbox.last([eventOf('a')]);
    outbox.purge();
    expect(left()).toBeNull();
  });

  it.each(['junk', '7', '{"events":7,"entries":{}}', '{"events":[null,{}],"entries":[]}'])(
    'F-11 what others have written there is nothing: %s',
    async (text) => {
      localStorage.setItem(NAME, text);
      tab().add('b');
      await expect.poll(() => sent()).toEqual([['b']]);
      await expect.poll(outcomes).toEqual(['sent']);
    },
  );
});
