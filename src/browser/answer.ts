// What follows an answer: its record on disk or in memory, the proof of it, and what a denial deletes.
import { build } from 'virtual:s9/build';
import type { CreateForms } from '../core/ask/forms.ts';
import type { ConsentRecord } from '../core/choice/choice.ts';
import { type KeeperPorts, keepAnswer, keepExpiry, keepOwed } from '../core/choice/keep/keeper.ts';
import { type Tasks, takeUp } from '../core/choice/keep/take-up.ts';
import { isGranted } from '../core/gate/gate.ts';
import { type Leaves, leavesOf } from '../core/gate/leaves.ts';
import { once } from '../core/once.ts';
import type { AnswerKeeper, Ports } from '../core/ports.ts';
import type { CreateRights, RightsHost } from '../core/rights/rights.ts';
import type { Settings } from '../core/settings/settings.ts';
import { TELEMETRY_PURPOSE } from '../core/telemetry/events.ts';
import { webCrypto } from './crypto/web-crypto.ts';
import { createDisk } from './database/disk.ts';
import { LIMIT_MS } from './database/open.ts';
import { withinMs } from './deadline.ts';
import type { DeleteLeaves } from './held/clean-up.ts';
import { clearJournal } from './telemetry/journal.ts';
import type { CreateProofs } from './telemetry/proofs.ts';

/** What few answers need; `null` where one is not to be had. */
export interface KeeperFiles {
  loadRights(): Promise<CreateRights | null>;
  /** Without it nobody is asked in a form. */
  loadForms(): Promise<CreateForms | null>;
  /** Without it a proof is owed: a later page sends it. */
  loadProofs(): Promise<CreateProofs | null>;
  /** Without it all that a denied purpose may have left is said to remain. */
  loadCleanUp(): Promise<DeleteLeaves | null>;
}

const namesIn = ({ cookies, storage }: Leaves): string[] =>
  [...cookies, ...storage].map(({ name }) => name);

const rightsOf = (load: KeeperFiles['loadRights'], settings: Settings, ports: Ports) =>
  once(async (consent: RightsHost['consent']) => {
    const createRights = await load();
    return createRights && createRights({ settings, ports, consent });
  });

export function createKeeper(
  settings: Settings,
  ports: Ports,
  { loadForms, loadRights, loadProofs, loadCleanUp }: KeeperFiles,
): AnswerKeeper {
  const { clock, held, history, origin, outgoing, signals, tabs } = ports;
  const { policy, proofEndpoint } = settings;
  const proofs = once(async () => {
    const createProofs = proofEndpoint ? await loadProofs() : null;
    return createProofs && createProofs(outgoing, proofEndpoint, build);
  });
  const deleting = once(loadCleanUp);
  // There before the answer is: whoever presses may be gone at once.
  void proofs();
  if (namesIn(leavesOf(policy))[0]) void deleting();
  const keeping: KeeperPorts = {
    clock,
    history,
    origin,
    signals,
    build,
    webCrypto,
    disk: createDisk(!!proofEndpoint),
    inTime: (work) => withinMs(LIMIT_MS, work),
    tellTabs: tabs.tell,
    async onKept(kept, isOnDisk) {
      const record = kept.at(-1) as ConsentRecord;
      const sender = await proofs();
      if (isOnDisk) void sender?.sendOwed(kept);
      // Erased, or stored after all, it is not here any more.
      else if (history.known.includes(record)) sender?.sendUnstored(record);
    },
  };
  const forms = once(async () => {
    const createForms = await loadForms();
    return createForms && createForms({ settings, ports, keeper });
  });
  const keeper: AnswerKeeper & Tasks = {
    keep: (answer, draft) => keepAnswer(answer, settings, keeping, draft),
    takeUp: (...given) => takeUp(keeper, history.draft, ...given),
    keepOwed: () => keepOwed(settings, keeping),
    keepExpiry: () => keepExpiry(settings, keeping),
    async cleanUp(grants) {
      // The last word of a page before this one, which no telemetry is here to take back.
      if (!isGranted(grants, TELEMETRY_PURPOSE)) clearJournal();
      const leaves = leavesOf(policy, grants);
      const names = namesIn(leaves);
      const deleteLeaves = names[0] ? await deleting() : null;
      const stored = deleteLeaves ? await deleteLeaves(leaves) : names;
      return { stored, scripts: held.stillRunning() };
    },
    sendOwed: () => void proofs().then((sender) => sender?.sendOwed(history.known)),
    showNotices: async (notices) => (await forms())?.show(notices),
    async takeBack(collection, press) {
      const made = await forms();
      await made?.takeBack(collection, press);
      return !!made;
    },
    rights: rightsOf(loadRights, settings, ports),
  };
  return keeper;
}
