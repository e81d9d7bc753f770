// What waits of a visit when the yes is taken back: nothing of it leaves.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { changeValue, readValue } from '../database/values.ts';
import {
  answers,
  begin,
  bodies,
  decide,
  end,
  eventOf,
  outcomes,
  queued,
  recordOf,
  sent,
  signals,
  tab,
} from './fakes.ts';

beforeEach(begin);
afterEach(end);

describe('what was taken back', () => {
  it('F-25 is aborted on its way, and gone from memory and disk', async () => {
    answers.push('never');
    const { outbox, knows, add } = tab();
    add('a');
    await expect.poll(() => bodies).toHaveLength(1);
    knows.isGranted = false;
    outbox.purge();
    expect(signals[0]?.aborted).toBe(true);
    expect(outbox.queue()).toEqual([]);
    await expect.poll(queued).toEqual([]);
    await expect.poll(outcomes).toEqual(['dropped']);
  });

  it('F-16 F-24 in another tab does not leave this one, though nothing has told it', async () => {
    const { outbox, add, knows } = tab();
    await decide(recordOf('r1'), recordOf('r2', false));
    add('a');
    await expect.poll(() => knows.isGranted).toBe(false);
    await expect.poll(queued).toEqual([]);
    expect(outbox.queue()).toEqual([]);
    expect(bodies).toEqual([]);
  });

  it('F-16 F-24 and has no record yet does not leave either', async () => {
    const { add, outbox } = tab();
    await changeValue('draft', () => ({ shape: 1, after: 'r1', decidedAt: Date.now() }));
    add('a');
    await expect.poll(queued).toEqual(['a']);
    expect(bodies).toEqual([]);
    outbox.purge();
  });

  it('L-19 is not sent by a later page, whoever has said yes again', async () => {
    answers.push('no answer');
    tab().add('a');
    await expect.poll(outcomes).toEqual(['unanswered']);
    await decide(recordOf('r1'), recordOf('r2', false), recordOf('r3'));
    const later = tab();
    later.knows.recordId = 'r3';
    later.outbox.add([
      eventOf('b', {
        attributes: { 's9.event.id': 'b', 's9.record.id': 'r3', 'url.path': '/b' },
      }),
    ]);
    await expect.poll(() => sent().at(-1)).toEqual(['b']);
    await expect.poll(queued).toEqual([]);
  });

  it('F-04 F-16 on a disk that is late is waited for', async () => {
    const { add, knows } = tab();
    await decide(recordOf('r1'), recordOf('r2', false));
    const { open } = IDBFactory.prototype;
    let let_: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (let_ = resolve));
    vi.spyOn(IDBFactory.prototype, 'open').mockImplementation((...given) => {
      const request = open.apply(indexedDB, given);
      let hear: IDBRequest['onsuccess'] = null;
      Object.defineProperty(request, 'onsuccess', {
        set(listener) {
          hear = listener;
        },
      });
      request.addEventListener('success', (event) => {
        void gate.then(() => hear?.call(request, event));
      });
      return request;
    });
    add('a');
    // The choice that this tab knows has been read in vain by then.
    await readValue('history');
    expect(bodies).toEqual([]);
    let_();
    await expect.poll(() => knows.isGranted).toBe(false);
    expect(bodies).toEqual([]);
  });
});
