// An answer on a disk that is quick, slow, late or gone, and what the page tells of it.
import { describe, expect, it } from 'vitest';
import { settled } from '../../fakes.ts';
import { NO, page, YES } from './fakes.ts';

/** From now on the disk answers when the test lets it. */
function slow(disk: { gate: Promise<unknown> }): () => void {
  let write = (): void => undefined;
  disk.gate = new Promise<void>((resolve) => (write = resolve));
  return () => write();
}

describe('a disk that answers in time', () => {
  it('F-12 has the record before the page goes on', async () => {
    const { keep: answer, disk, said, told } = page();
    const kept = await answer();
    expect(disk.history).toBe(kept);
    expect(said).toEqual(['hold 1 on disk', 'kept 1 on disk']);
    expect(told[0]?.kept).toBe(kept);
  });

  it('is waited for', async () => {
    const { keep: answer, disk, said } = page();
    const write = slow(disk);
    const keeping = answer();
    await settled();
    expect(said).toEqual([]);
    write();
    expect(await keeping).toHaveLength(1);
  });

  it('L-25 links each record to the one before', async () => {
    const { keep: answer } = page();
    const [first] = await answer();
    const [, second] = await answer(NO);
    expect(second?.previous).toBe(first?.hash);
  });
});

describe('a disk that is late', () => {
  it('F-04 leaves the record in memory, where it counts', async () => {
    const { keep: answer, disk, said, known } = page({ isPatient: false });
    slow(disk);
    const kept = await answer();
    expect(kept).toMatchObject([{ purposes: { analytics: true } }]);
    expect(known()).toBe(kept);
    expect(disk.history).toEqual([]);
    expect(said).toEqual(['hold 1 in memory', 'kept 1 in memory']);
  });

  it('F-04 F-15 takes over once it has answered, with the same record, and tells the other tabs', async () => {
    const { keep: answer, disk, said, known } = page({ isPatient: false });
    const write = slow(disk);
    const [inMemory] = await answer();
    said.length = 0;
    write();
    await settled();
    expect(said).toEqual(['kept 1 on disk', 'tell tabs', 'hold 1 on disk', 'hear late']);
    expect(known()).toBe(disk.history);
    expect(known()[0]).toMatchObject({
      recordId: inMemory?.recordId,
      subjectId: inMemory?.subjectId,
      decidedAt: inMemory?.decidedAt,
    });
  });

  it('F-48 does not take over from an answer that was given since, and both are kept in the end', async () => {
    const { keep: answer, disk, said, known } = page({ isPatient: false });
    const writeYes = slow(disk);
    await answer(YES);
    await settled();
    const writeNo = slow(disk);
    const kept = await answer(NO);
    await settled();
    said.length = 0;
    writeYes();
    await settled();
    expect(said).toEqual(['kept 1 on disk', 'tell tabs']);
    expect(known()).toBe(kept);
    expect(known().map(({ source }) => source)).toEqual(['custom', 'withdraw']);
    writeNo();
    await settled();
    expect(said.slice(2)).toEqual(['kept 2 on disk', 'tell tabs', 'hold 2 on disk', 'hear late']);
    expect(known().map(({ source }) => source)).toEqual(['custom', 'withdraw']);
  });

  it('F-07 that never writes leaves the answer in memory, and says so of no disk', async () => {
    const { keep: answer, disk, said, ports } = page({ isPatient: false });
    disk.gate = Promise.reject(new Error('no space'));
    const kept = await answer();
    await settled();
    expect(kept).toHaveLength(1);
    expect(ports.history.known).toBe(kept);
    expect(said).toEqual(['hold 1 in memory', 'kept 1 in memory']);
  });
});
