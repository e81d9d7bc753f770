// A page that keeps answers on a disk which a test can hold up. For tests only.
import { fakeWorld } from '../../fakes.ts';
import type { ConsentRecord } from '../choice.ts';
import { type Draft, isOwed } from '../draft.ts';
import { answerOf, SETTINGS } from '../fakes.ts';
import type { History } from '../history.ts';
import { type KeeperPorts, keepAnswer, keepExpiry, keepOwed } from './keeper.ts';

export type Records = readonly ConsentRecord[];

export const YES = answerOf(['analytics']);
export const NO = answerOf([], 'withdraw');
export const TICK = {
  ...answerOf([], 'collection'),
  purposes: { 'collection:newsletter': true },
  services: {},
  collection: 'newsletter',
};

/** A page whose disk the test can hold up; what it held and told, in order. */
export function page({ isPatient = true } = {}) {
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

/** Of what each record on a disk came, oldest first. */
export const sourcesOf = ({ history }: { history: readonly unknown[] }) =>
  (history as Records).map(({ source }) => source);
