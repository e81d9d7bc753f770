// What waits of a visit that was granted, whatever becomes of the receiver.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NAME } from '../../core/name.ts';
import { changeValue, deleteAll } from '../database/values.ts';
import {
  ANALYTICS,
  answered,
  answers,
  begin,
  bodies,
  ENDPOINT,
  end,
  eventOf,
  ledger,
  outcomes,
  queued,
  sent,
  signals,
  tab,
} from './fakes.ts';

beforeEach(begin);
afterEach(end);

describe('what was granted', () => {
  it('S-10 leaves in one request, is gone from the disk then, and stands in the ledger', async () => {
    const { outbox } = tab();
    outbox.add([eventOf('a'), eventOf('b')]);
    await expect.poll(outcomes).toEqual(['sent']);
    expect(sent()).toEqual([['a', 'b']]);
    await expect.poll(queued).toEqual([]);
    expect(outbox.queue()).toEqual([]);
    const [entry] = await ledger();
    expect(entry).toMatchObject({ to: ENDPOINT, recordId: 'r1', eventId: 'a', body: bodies[0] });
  });

  it('F-22 is on disk before it leaves: a page that is killed on the way loses nothing', async () => {
    answers.push('never');
    tab().add('a');
    await expect.poll(() => bodies).toHaveLength(1);
    expect(await queued()).toEqual(['a']);
    expect(await outcomes()).toEqual(['leaving']);
  });

  it('F-24 is delivered by a later page where this one had no answer', async () => {
    answers.push('no answer');
    tab().add('a');
    await expect.poll(outcomes).toEqual(['unanswered']);
    expect(await queued()).toEqual(['a']);
    tab().add('b');
    await expect.poll(queued).toEqual([]);
    expect(sent()).toEqual([['a'], ['a', 'b']]);
  });

  it('F-24 waits as the receiver asked, on every page', async () => {
    answers.push(answered(429, { 'Retry-After': '3600' }));
    tab().add('a');
    await expect.poll(outcomes).toEqual(['refused']);
    const second = tab();
    second.add('b');
    await expect.poll(queued).toEqual(['a', 'b']);
    expect(bodies).toHaveLength(1);
    await changeValue('outbox', (queue) => ({ ...(queue as object), dueAt: 0 }));
    tab().add('c');
    await expect.poll(() => sent().at(-1)).toEqual(['a', 'b', 'c']);
  });

  it.each([400, 401, 413, 500])(
    'S-12 F-24 that was answered with %i is not sent again',
    async (status) => {
      answers.push(answered(status));
      tab().add('a');
      await expect.poll(outcomes).toEqual(['refused']);
      await expect.poll(queued).toEqual([]);
      tab().add('b');
      await expect.poll(() => sent()).toEqual([['a'], ['b']]);
    },
  );

  it('F-24 is tried again at once when the device is online again', async () => {
    answers.push('no answer');
    const { add } = tab();
    add('a');
    await expect.poll(outcomes).toEqual(['unanswered']);
    dispatchEvent(new Event('online'));
    await expect.poll(() => sent()).toEqual([['a'], ['a']]);
  });

  it('F-28 is sent by one tab at a time', async () => {
    answers.push('never');
    const [first, second] = [tab(), tab()];
    first.add('a');
    await expect.poll(() => bodies).toHaveLength(1);
    second.add('b');
    await expect.poll(queued).toEqual(['a', 'b']);
    expect(bodies).toHaveLength(1);
    // The first tab is closed: a browser lets go of its lock, and the request had no answer.
    signals[0]?.dispatchEvent(new Event('abort'));
    await expect.poll(() => sent()[1]).toEqual(['a', 'b']);
  });

  it('F-28 is sent by one tab at a time where there are no locks too', async () => {
    vi.spyOn(navigator, 'locks', 'get').mockReturnValue(undefined as never);
    answers.push('never');
    tab().add('a');
    await expect.poll(() => bodies).toHaveLength(1);
    tab().add('b');
    await expect.poll(queued).toEqual(['a', 'b']);
    expect(bodies).toHaveLength(1);
  });

  it('S-10 F-23 leaves in requests of 16 KiB at most, each after the one before', async () => {
    const long = (id: string) =>
      eventOf(id, {
        attributes: { 's9.event.id': id, 's9.record.id': 'r1', 'url.path': 'é'.repeat(3000) },
      });
    tab().outbox.add(['a', 'b', 'c'].map(long));
    await expect.poll(() => sent()).toEqual([['a', 'b'], ['c']]);
    await expect.poll(queued).toEqual([]);
    for (const body of bodies) expect(new Blob([body]).size).toBeLessThan(16_900);
  });

  it('L-26 carries what the policy of today declares, whatever lay on disk', async () => {
    answers.push('no answer');
    tab().add('a');
    await expect.poll(outcomes).toEqual(['unanswered']);
    tab({ ...ANALYTICS, data: [] }).add('b');
    await expect.poll(queued).toEqual([]);
    expect(bodies[0]).toContain('url.path');
    expect(bodies[1]).not.toContain('url.path');
  });

  it('F-01 leaves where nothing can be stored, and is known as long as the page lives', async () => {
    await deleteAll();
    const { add, knows, outgoing } = tab();
    knows.storage = 'memory';
    add('a');
    await expect.poll(() => outgoing.unstored).toMatchObject([{ outcome: 'sent', recordId: 'r1' }]);
    expect(sent()).toEqual([['a']]);
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(NAME);
  });
});
