import { expect, it } from 'vitest';
import { times, view } from '../contract/events.ts';
import { StoreBusy, type StoredEvent } from '../store.ts';
import { createBatches } from './batches.ts';

const views = (count: number) => times(count, () => view('/'));

/** An insert that ends when it is told to. */
function insertByHand() {
  const batches: (readonly StoredEvent[])[] = [];
  const endings: ((error?: Error) => void)[] = [];
  return {
    batches,
    end: (error?: Error) => endings.shift()?.(error),
    insert: (events: readonly StoredEvent[]) =>
      new Promise<void>((resolve, reject) => {
        batches.push(events);
        endings.push((error) => (error ? reject(error) : resolve()));
      }),
  };
}

it('writes what came together, and what came meanwhile, as one each', async () => {
  const { batches, insert, end } = insertByHand();
  const { write } = createBatches(insert, { lingerMs: 0 });
  const first = [write(views(2)), write(views(3))];
  await expect.poll(() => batches.length).toBe(1);
  const second = [write(views(1)), write(views(1))];
  end();
  await Promise.all(first);
  await expect.poll(() => batches.map(({ length }) => length)).toEqual([5, 2]);
  end();
  await Promise.all(second);
});

it('does not linger when there is enough', async () => {
  const { batches, insert, end } = insertByHand();
  const { write } = createBatches(insert, { lingerMs: 1e9, maxRows: 10 });
  const writes = [write(views(6)), write(views(6)), write(views(25)), write(views(1))];
  for (const length of [6, 6, 25, 1]) {
    if (length === 1) break;
    await expect.poll(() => batches.at(-1)?.length).toBe(length);
    end();
  }
  await Promise.all(writes.slice(0, 3));
});

it('F-24 refuses what would wait beyond its bound, and takes more when there is room', async () => {
  const { batches, insert, end } = insertByHand();
  const { write } = createBatches(insert, { lingerMs: 0, maxWaiting: 10 });
  const first = write(views(8));
  await expect(write(views(3))).rejects.toThrow(StoreBusy);
  const fitting = write(views(2));
  await expect.poll(() => batches.length).toBe(1);
  end();
  await Promise.all([first, fitting]);
  const later = write(views(10));
  await expect.poll(() => batches.length).toBe(2);
  end();
  await later;
});

it('F-24 tells each writer of a batch that failed, and goes on', async () => {
  const { batches, insert, end } = insertByHand();
  const { write } = createBatches(insert, { lingerMs: 0 });
  const failing = Promise.allSettled([write(views(1)), write(views(1))]);
  await expect.poll(() => batches.length).toBe(1);
  end(new Error('no space\nand more'));
  const [one] = await failing;
  expect(one).toMatchObject({ reason: { name: 'StoreBusy', message: 'ClickHouse: no space' } });
  const next = write(views(1));
  await expect.poll(() => batches.length).toBe(2);
  end();
  await next;
});

it('is idle once nothing waits', async () => {
  const done: number[] = [];
  const batches = createBatches(
    ({ length }) => {
      done.push(length);
      return Promise.resolve();
    },
    { lingerMs: 1e9 },
  );
  const written = batches.write(views(3));
  await batches.idle();
  await written;
  expect(done).toEqual([3]);
  await batches.idle();
});
