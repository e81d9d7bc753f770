// The ports in memory, each able to break its promise on purpose. For tests only.

import type { Announcements, AnnouncementType, Listen } from './announcements.ts';
import { createApi } from './api.ts';
import type { Ask, AskHost, PlaceholderHost, View } from './ask/ask.ts';
import type { Answer } from './choice/choice.ts';
import { type Draft, isOwed } from './choice/draft.ts';
import { answerOf, fakeCrypto, NOON_MS, SETTINGS } from './choice/fakes.ts';
import type { RecordStore } from './choice/history.ts';
import { keep, keepDraft, stampOf } from './choice/keep/keep.ts';
import { type Tasks, takeUp } from './choice/keep/take-up.ts';
import { newestIdOf, stampNow } from './choice/record.ts';
import { createFlow } from './flow.ts';
import type { Rules } from './gate/held.ts';
import { missingFor } from './gate/missing.ts';
import type { Remains } from './gate/remains.ts';
import type { AnswerKeeper, Files, Ports } from './ports.ts';

/** What the page was told, by type. */
export type Told = { [T in AnnouncementType]: readonly [T, Announcements[T]] }[AnnouncementType];

/** A world the test can steer, and what happened in it, in order. */
export function fakeWorld(given: Partial<Ports> = {}, left: Partial<Remains> = {}) {
  const events: string[] = [];
  const clock = { ms: NOON_MS, now: () => clock.ms };
  const disk = {
    history: [] as readonly unknown[],
    draft: undefined as Draft | undefined,
    gate: Promise.resolve() as Promise<unknown>,
    isGone: false,
  };
  const webCrypto = fakeCrypto();
  let seeds = 0;
  let rules: Rules | undefined;
  let host: AskHost | undefined;
  let placeholderHost: PlaceholderHost | undefined;
  let onTold: ((isRestored: boolean) => void) | undefined;
  let onNotices: ((notices: readonly Element[]) => void) | undefined;
  let onFrames: ((frames: readonly Element[]) => void) | undefined;
  let shown: View | null = null;
  /** A press on a control of the page, good for one answer. */
  const person = { isPressing: false, isFramed: false };
  const told: Told[] = [];
  const hearers = new Set<(told: Told) => void>();

  const on: Listen = (type, listener) => {
    const hear = ([heard, detail]: Told) => void (heard === type && listener(detail as never));
    hearers.add(hear);
    return () => void hearers.delete(hear);
  };

  const replace: RecordStore['replace'] = async (history, newestId) => {
    await disk.gate;
    if (newestIdOf(disk.history) !== newestId) return false;
    disk.history = history;
    if (!isOwed(disk.draft, history)) disk.draft = undefined;
    events.push('kept');
    return true;
  };

  const owed = () => (isOwed(disk.draft, disk.history) ? disk.draft : undefined);
  const store: RecordStore = {
    read: async () => disk.history,
    replace,
  };
  const whole = () => (owed() ? [...disk.history, owed()] : disk.history);

  /** What keeping an answer needs. */
  const keepingIn = ({ origin, signals }: Pick<Ports, 'origin' | 'signals'>) => ({
    clock,
    origin,
    signals,
    build: 'test',
    webCrypto,
    store,
  });

  const ask: Ask = {
    show(view) {
      if (view !== shown) events.push(`show ${view}`);
      shown = view;
    },
    painted: async () => {},
    showUnkept: () => void events.push('unkept'),
    showRemains: ({ scripts, stored }) =>
      void events.push(`remains ${[...scripts, ...stored].join(' ')}`),
    refresh() {
      if (shown === 'banner' && host?.question().pending.length === 0) ask.show(null);
    },
  };

  const ports: Ports = {
    clock,
    history: {
      read: async () => whole(),
      async note(draft, onWritten) {
        disk.draft = draft;
        events.push('noted');
        onWritten();
        return whole();
      },
      get draft() {
        return owed();
      },
      settled: async () => undefined,
      get known() {
        return disk.history;
      },
      get place() {
        return disk.isGone ? ('memory' as const) : ('indexeddb' as const);
      },
      hold: () => undefined,
      hearLate: () => undefined,
    },
    files: {
      ask: async (askHost) => {
        host = askHost;
        events.push('load');
        return ask;
      },
      placeholders: async (askHost) => {
        placeholderHost = askHost;
        events.push('load placeholders');
        return (frames) => void events.push(`cover ${frames.length}`);
      },
      async answer(settings, page): Promise<AnswerKeeper> {
        const keeping = keepingIn(page);
        const tasks: Tasks = {
          keepOwed: async () => {
            const draft = owed();
            if (draft) await keepDraft(draft, settings, keeping);
          },
          keepExpiry: async () => void events.push('keep expiry'),
          sendOwed: () => {
            if (settings.proofEndpoint) events.push('send owed');
          },
          cleanUp: async () => void events.push('clean up'),
        };
        return {
          keep: (answer, draft) => {
            const stamp = draft
              ? stampOf(draft, keeping)
              : stampNow(keeping, newestIdOf(disk.history));
            return keep(answer, settings, keeping, stamp);
          },
          takeUp: (standing, reread) => takeUp(tasks, owed(), standing, reread),
          keepExpiry: tasks.keepExpiry,
          async cleanUp(grants) {
            await tasks.cleanUp(grants);
            return { stored: [], scripts: [], ...left };
          },
          showNotices: async (notices) => void events.push(`notices ${notices.length}`),
          takeBack: async (collection, press) =>
            events.push(`take back ${collection}${press ? ` by ${String(press)}` : ''}`) > 0,
          rights: async () => null,
        };
      },
      telemetry: async (_settings, { allows }) => ({
        track: (name) => void events.push(`track ${name}`),
        follow: (isRestored) =>
          void events.push(allows('analytics') ? `speak${isRestored ? ' again' : ''}` : 'silence'),
      }),
      onLate: () => undefined,
    },
    held: {
      apply(next) {
        rules = next;
        events.push(
          `apply ${['analytics', 'social'].filter((id) => isFree(id)).join(' ') || 'none'}`,
        );
      },
      watch: () => void events.push('watch'),
      prepare: () => undefined,
      stillRunning: () => [],
      releaseOnce: () => void events.push('once'),
      onFrames: (listener) => (onFrames = listener),
      onNotices: (listener) => (onNotices = listener),
    },
    drawControl: (isShown, note) =>
      void events.push(note ? `control ${note}` : isShown ? 'control' : 'no control'),
    outer: () => undefined,
    isFramed: () => person.isFramed,
    takePress() {
      const { isPressing, isFramed } = person;
      person.isPressing = false;
      if (isFramed) return 'framed';
      return isPressing ? undefined : 'no-gesture';
    },
    tabs: { tell: () => void events.push('tell'), onTold: (listener) => (onTold = listener) },
    announce(type, detail) {
      events.push(`s9:${type}`);
      const all = [type, detail] as unknown as Told;
      told.push(all);
      for (const hear of hearers) hear(all);
    },
    outgoing: { outboxes: [], unstored: [] },
    signals: { gpc: false },
    origin: 'https://site.example',
    seed: () => new Uint8Array(16).fill(++seeds),
    ...given,
  };

  /** Whether an element that names these ids, on these hosts, would run. */
  const isFree = (ids: string, ...hosts: string[]) =>
    !!rules &&
    missingFor({ ids: ids.split(' '), hosts }, rules.policy, rules.grants()).length === 0;

  return {
    ports,
    store,
    keeping: keepingIn(ports),
    clock,
    disk,
    events,
    isFree,
    person,
    answer: (answer: Answer) => host?.answer(answer),
    host: () => host,
    placeholderHost: () => placeholderHost,
    tell: (isRestored = false) => onTold?.(isRestored),
    frames: (frames: readonly Element[]) => onFrames?.(frames),
    notices: (notices: readonly Element[]) => onNotices?.(notices),
    shown: () => shown,
    /** What the page was told, in order. */
    told,
    on,
    /** How many listen. */
    listeners: () => hearers.size,
  };
}

export type FakeWorld = ReturnType<typeof fakeWorld>;

/** The same world, where some of the files come otherwise. */
export function withFiles(world: FakeWorld, files: Partial<Files>): FakeWorld {
  const { ports } = world;
  return { ...world, ports: { ...ports, files: { ...ports.files, ...files } } };
}

/** Lets every promise that can settle settle. */
export const settled = (): Promise<void> =>
  new Promise((resolve) => {
    let turns = 50;
    const next = (): unknown => (turns-- > 0 ? Promise.resolve().then(next) : resolve());
    next();
  });

/** A widget that has begun, in this world; what happened until then is left out. */
export async function started(world = fakeWorld(), settings = SETTINGS) {
  const flow = createFlow(settings, world.ports);
  await flow.begin();
  await settled();
  world.events.length = 0;
  return { ...world, flow };
}

/**
 * A page with the object on it, which is ready when the test lets it.
 *
 * @param before settings that stand in for them until then.
 */
export function pageOf(world: FakeWorld = fakeWorld(), settings = SETTINGS, before = settings) {
  let flow = createFlow(before, world.ports);
  let begin = (): void => undefined;
  const ready = new Promise<void>((resolve) => (begin = resolve)).then(() => {
    if (before !== settings) flow = createFlow(settings, world.ports);
    return flow.begin();
  });
  const consent = createApi({
    ready,
    flow: () => flow,
    takePress: world.ports.takePress,
    announce: world.ports.announce,
    watch: world.ports.held.watch,
    on: world.on,
  });
  return { ...world, flow, consent, begin: () => begin() };
}

/** A page that is ready; what happened until then is left out. */
export async function readyPage(world?: FakeWorld, settings?: typeof SETTINGS) {
  const page = pageOf(world, settings);
  page.begin();
  await page.consent.ready;
  await settled();
  page.events.length = page.told.length = 0;
  return page;
}

/** The same, where all of these were granted on an earlier page. */
export async function grantedPage(...ids: string[]) {
  const world = fakeWorld();
  await (await readyPage(world)).flow.decide(answerOf(ids));
  return readyPage(world);
}

export const kept = (events: readonly string[]) =>
  events.filter((event) => event === 'kept').length;

/** What a call that does not fit says. */
export function complaint(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    return error instanceof TypeError ? error.message : 'another error';
  }
  return '';
}
