// A no that is noted before its record: beside the history, and told to whoever reads.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type ConsentRecord, grantsBy } from '../../core/choice/choice.ts';
import type { Draft } from '../../core/choice/draft.ts';
import { answerOf, POLICY, SETTINGS } from '../../core/choice/fakes.ts';
import type { ConsentState } from '../../core/choice/state.ts';
import { NAME } from '../../core/name.ts';
import { termsOf } from '../../core/policy/terms.ts';
import {
  breakOpen,
  deleted,
  keep,
  keeperOf,
  latch,
  names,
  read,
  slowOpen,
  storeOf,
  tamper,
  waitForDisk,
} from '../fakes.ts';
import { readValue } from './values.ts';

beforeEach(async () => {
  await deleted();
  waitForDisk();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const ignore = () => undefined;

describe('L-18 a no that is noted', () => {
  const draft = (after?: string): Draft => ({
    ...answerOf([], 'withdraw'),
    shape: 1,
    policyId: POLICY.id,
    policyVersion: '1',
    origin: 'here',
    asked: termsOf(POLICY),
    decidedAt: Date.now() + 1e6,
    expiresAt: Date.now() + 1e9,
    after,
  });

  it('makes the database, and is at the end of what any page reads', async () => {
    const no = draft();
    expect(await storeOf().note(no, ignore)).toEqual([no]);
    expect(await names()).toContain(NAME);
    const next = storeOf();
    expect(await next.read()).toEqual([no]);
    expect(next.draft).toEqual(no);
    expect(next.known).toEqual([]);
  });

  it('F-44 is told from a record, whoever has noted it in whatever form', async () => {
    await storeOf().note(draft(), ignore);
    await tamper('draft', (noted) => {
      const { after: _after, ...yes } = noted as Draft;
      return { ...yes, purposes: { analytics: true } };
    });
    expect((await storeOf().read()).at(-1)).toHaveProperty('after', undefined);
  });

  it('goes with the record of it', async () => {
    const store = storeOf();
    await keep(store, 'analytics');
    const [yes] = (await store.read()) as ConsentRecord[];
    await store.note(draft(yes?.recordId), ignore);
    await store.read();
    const grants = () => grantsBy(POLICY, () => false);
    const state = () => ({ ...grants(), decided: false }) as ConsentState;
    await keeperOf(store, SETTINGS, 2e6).takeUp({ grants, state }, async () => undefined);
    expect(await read()).toEqual(['analytics', '']);
    expect(await readValue('draft')).toBeUndefined();
  });

  it('F-15 is told when it is written, however late', async () => {
    const go = slowOpen();
    const written = latch();
    vi.useRealTimers();
    const no = draft();
    expect(await storeOf().note(no, written.open)).toEqual([no]);
    expect(await names()).not.toContain(NAME);
    waitForDisk();
    go();
    await written.opened;
    expect(await readValue('draft')).toEqual(no);
  });

  it('of another tab that is newer than a record stays with it', async () => {
    const store = storeOf();
    await store.read();
    await storeOf().note(draft(), ignore);
    await keep(store, 'analytics');
    expect(await read()).toEqual(['analytics', '']);
  });

  it('F-01 holds on this page where nothing can be written', async () => {
    breakOpen(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    const no = draft();
    const store = storeOf();
    expect(await store.note(no, ignore)).toEqual([no]);
    expect(await store.read()).toEqual([no]);
  });
});
