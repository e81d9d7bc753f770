// An answer on a disk that is quick, slow, late or gone, and what the page tells of it.
import { describe, expect, it } from 'vitest';
import { fakeWorld, settled } from '../fakes.ts';
import { termsOf } from '../policy/terms.ts';
import type { ConsentRecord } from './choice.ts';
import { type Draft, isOwed } from './draft.ts';
import { answerOf, POLICY, SETTINGS } from './fakes.ts';
import type { History } from './history.ts';
import { type KeeperPorts, keepAnswer, keepExpiry, keepOwed } from './keeper.ts';

type Records = readonly ConsentRecord[];

const YES = answerOf(['analytics']);
const NO = answerOf([], 'withdraw');
const TICK = {
  ...answerOf([], 'collection'),
  purposes: { 'collection:newsletter': true },
  services: {},
  collection: 'newsletter',
};

/** A page whose disk the test can hold up; what it held and told, in order. */
function page({ isPatient = true } = {}) {
  const { disk, keeping, store, clock } = fakeWorld();
  const said: string[] = [];
  const told: { kept: Records; isOnDisk: boolean }[] = [];
  let known: readonly unknown[] = [];
  const history: History = {
    read: store.read,
    get known() {
      return known;
    },
    place: 'indexeddb',
    get draft() {
      return isOwed(disk.draft, disk.history) ? disk.draft : undefined;
    },
    note: async () => known,
    settled: async () => undefined,
    hold(records, isOnDisk) {
      known = records;
      said.push(`hold ${records.length} ${isOnDisk ? 'on disk' : 'in memory'}`);
    },
    hearLate: () => void said.push('hear late'),
  };
  const patience = { isPatient };
  const ports: KeeperPorts = {
    ...keeping,
    history,
    disk: store,
    inTime: (work) => (patience.isPatient ? work : Promise.reject(new Error('too late'))),
    onKept(kept, isOnDisk) {
      told.push({ kept: kept as Records, isOnDisk });
      said.push(`kept ${kept.length} ${isOnDisk ? 'on disk' : 'in memory'}`);
    },
    tellTabs: () => void said.push('tell tabs'),
  };
  return {
    ports,
    disk,
    clock,
    said,
    told,
    patience,
    keep: (answer = YES, draft?: Draft) =>
      keepAnswer(answer, SETTINGS, ports, draft) as Promise<Records>,
    keepOwed: () => keepOwed(SETTINGS, ports),
    known: () => known as Records,
    /** The page has read these. */
    read: (records: readonly unknown[]) => void (known = records),
    expire: () => keepExpiry(SETTINGS, ports),
  };
}

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

describe('L-18 a no that was only noted', () => {
  /** A page on which one was noted ten seconds ago, after a yes. */
  async function noted(change: Partial<Draft> = {}) {
    const made = page();
    const [yes] = await made.keep();
    const draft: Draft = {
      ...NO,
      shape: 1,
      policyId: 'test',
      policyVersion: 'of then',
      origin: made.ports.origin,
      asked: { ...termsOf(POLICY), controller: 'of then' },
      decidedAt: made.clock.ms + 1000,
      expiresAt: made.clock.ms + 9e9,
      after: yes?.recordId,
      ...change,
    };
    made.disk.draft = draft;
    made.clock.ms += 11_000;
    made.said.length = 0;
    return { ...made, draft };
  }
  const newest = ({ history }: { history: readonly unknown[] }) => history.at(-1) as ConsentRecord;

  it('becomes a record of that moment, and of what was asked then', async () => {
    const { keepOwed: complete, disk, draft, said } = await noted();
    await complete();
    expect(newest(disk)).toMatchObject({
      source: 'withdraw',
      decidedAt: draft.decidedAt,
      asked: { controller: 'of then' },
      policyVersion: 'of then',
    });
    expect(disk.draft).toBeUndefined();
    expect(said).toEqual(['kept 2 on disk']);
    await complete();
    expect(disk.history).toHaveLength(2);
  });

  it('comes before an answer given since', async () => {
    const { keep: answer, disk } = await noted();
    await answer(YES);
    expect((disk.history as Records).map(({ source }) => source)).toEqual([
      'custom',
      'withdraw',
      'custom',
    ]);
    expect(newest(disk).purposes).toMatchObject({ analytics: true });
  });

  it('wins over a yes that was pressed before it and is kept after it (F-15)', async () => {
    const { keep: answer, clock, disk } = await noted();
    clock.ms -= 10_500;
    await answer(YES);
    expect(newest(disk).purposes).toMatchObject({ analytics: false });
  });

  it('is the record of the answer it was noted for, once', async () => {
    const { keep: answer, disk, draft } = await noted();
    await answer(NO, draft);
    expect(disk.history).toHaveLength(2);
    expect(newest(disk)).toMatchObject({ source: 'withdraw', decidedAt: draft.decidedAt });
  });

  it('that another has written grants nothing that was not in force', async () => {
    const { keepOwed: complete, disk } = await noted(answerOf(['analytics', 'social', 'film']));
    await complete();
    expect(newest(disk).purposes).toMatchObject({ analytics: true, social: false });
    expect(newest(disk).services).toMatchObject({ film: false });
  });

  const SEED = new Uint8Array(16).fill(7);
  const sourcesOf = ({ history }: { history: readonly unknown[] }) =>
    (history as Records).map(({ source }) => source);

  it.each(['form', 'answer'])(
    'is kept once where a form is ticked meanwhile, the %s first',
    async (who) => {
      const { keep: answer, keepOwed: complete, disk, draft } = await noted({ seed: SEED });
      const own = () => answer(NO, draft);
      const tick = () => answer(TICK);
      await Promise.all(who === 'form' ? [tick(), own()] : [own(), tick()]);
      expect(sourcesOf(disk).toSorted()).toEqual(['collection', 'custom', 'withdraw']);
      await complete();
      expect(disk.history).toHaveLength(3);
    },
  );

  it('is kept once where another tab has kept it, whatever came between', async () => {
    const { keep: answer, keepOwed: complete, disk, draft } = await noted({ seed: SEED });
    await complete();
    await answer(TICK);
    await answer(NO, draft);
    expect(sourcesOf(disk)).toEqual(['custom', 'withdraw', 'collection']);
    expect(disk.history[1]).toMatchObject({ recordId: `id-of-${SEED.join('')}` });
  });

  it('leaves what was granted in the same answer, which is kept too', async () => {
    const { keep: answer, keepOwed: complete, disk, draft } = await noted({ seed: SEED });
    await complete();
    await answer(answerOf(['social']), draft);
    expect(sourcesOf(disk)).toEqual(['custom', 'withdraw', 'custom']);
    expect(newest(disk).purposes).toMatchObject({ analytics: false, social: true });
    expect(newest(disk).recordId).not.toBe((disk.history[1] as ConsentRecord).recordId);
  });

  it('F-40 is kept on a page where all that is random is the same', async () => {
    const made = await noted({ seed: SEED });
    await made.keepOwed();
    await made.keep(YES);
    const [, , yes] = made.disk.history as Records;
    await made.keep(NO, { ...made.draft, after: yes?.recordId, decidedAt: made.clock.ms });
    expect(sourcesOf(made.disk)).toEqual(['custom', 'withdraw', 'custom', 'withdraw']);
  });

  it('F-44 is kept though another script has put something in its place', async () => {
    const { keep: answer, disk, draft, known, read } = await noted({ seed: SEED });
    disk.history = [known()[0], null, { recordId: `id-of-${SEED.join('')}` }];
    read([known()[0]]);
    await answer(NO, draft);
    expect(newest(disk)).toMatchObject({ source: 'withdraw', purposes: { analytics: false } });
  });

  it('F-44 that another has written for a later day becomes one record, and not one on every page', async () => {
    const { keepOwed: complete, disk } = await noted({ decidedAt: 9e12, after: undefined });
    await complete();
    expect(disk.draft).toBeUndefined();
    await complete();
    expect(disk.history).toHaveLength(2);
  });

  it('that cannot be kept waits for a later page', async () => {
    const { keepOwed: complete, disk, draft } = await noted();
    disk.gate = Promise.reject(new Error('no space'));
    await complete();
    expect(disk.draft).toBe(draft);
  });
});

describe('F-31 that a choice ran out', () => {
  /** A page whose choice has run out. */
  async function expired() {
    const made = page();
    const [yes] = await made.keep();
    made.clock.ms = yes?.expiresAt ?? 0;
    made.said.length = 0;
    return made;
  }
  const sources = ({ history }: { history: readonly unknown[] }) =>
    (history as Records).map(({ source }) => source);

  it('is recorded, linked, as a choice that never counts', async () => {
    const { expire, disk, said } = await expired();
    await expire();
    const [yes, end] = disk.history as Records;
    expect(end).toMatchObject({
      source: 'expired',
      input: 'script',
      expiresAt: 0,
      purposes: { necessary: true, analytics: false },
      previous: yes?.hash,
    });
    expect(said).toEqual([]);
  });

  it('is not recorded a millisecond before', async () => {
    const { expire, clock, disk } = await expired();
    clock.ms--;
    await expire();
    expect(sources(disk)).toEqual(['custom']);
  });

  it('F-30 is not recorded where a page has broken the clock', async () => {
    const { expire, clock, disk } = await expired();
    clock.isBroken = true;
    await expire();
    expect(sources(disk)).toEqual(['custom']);
  });

  it('is recorded once', async () => {
    const { expire, disk, read } = await expired();
    await expire();
    read(disk.history);
    await expire();
    expect(sources(disk)).toEqual(['custom', 'expired']);
  });

  it('is not recorded over an answer that was faster', async () => {
    const { expire, keep: answer, disk, known, read } = await expired();
    const before = known();
    await answer(NO);
    read(before);
    await expire();
    expect(sources(disk)).toEqual(['custom', 'withdraw']);
  });

  it.each([
    ['F-10 a later widget', { shape: 2 }],
    ['nobody who says when it ends', { expiresAt: undefined }],
  ])('is not recorded of a choice made by %s', async (_whom, change) => {
    const { expire, disk, known, read } = await expired();
    read([{ ...known()[0], ...change }]);
    await expire();
    expect(sources(disk)).toEqual(['custom']);
  });

  it.each([null, 'junk', 7, undefined])('F-11 is not recorded of %j', async (entry) => {
    const { expire, disk, read } = await expired();
    disk.history = entry === undefined ? [] : [entry];
    read(disk.history);
    const before = disk.history;
    await expire();
    expect(disk.history).toBe(before);
  });

  it('F-01 breaks nothing where it cannot be', async () => {
    const { expire, disk } = await expired();
    disk.gate = Promise.reject(new Error('no space'));
    await expect(expire()).resolves.toBeUndefined();
    expect(sources(disk)).toEqual(['custom']);
  });
});
