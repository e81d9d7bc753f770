// The ports in memory, each able to break its promise on purpose. For tests only.
import type { Answer } from './choice.ts';
import { createFlow } from './flow.ts';
import { keep, type RecordStore } from './keep.ts';
import type { PolicyTerms } from './policy.ts';
import type {
  After,
  Ask,
  AskHost,
  HeldFrame,
  MissingFor,
  Ports,
  Proof,
  Remains,
  View,
} from './ports.ts';
import { newestIdOf, pressNow } from './record.ts';
import type { Settings } from './settings.ts';

/** 1 March 2026, 12:00 UTC. */
export const NOON_MS = Date.UTC(2026, 2, 1, 12);

export const POLICY: PolicyTerms = {
  id: 'test',
  version: '2026-03-01',
  ip: 'dropped',
  controller: { name: 'The Site' },
  processor: { name: 'Social9' },
  purposes: [
    {
      id: 'necessary',
      data: ['choice'],
      basis: 'necessary',
      recipients: ['controller'],
      retention: 'P6M',
      services: [],
    },
    {
      id: 'analytics',
      data: ['ip', 'page', 'domain', 'browser', 'os'],
      basis: 'consent',
      recipients: ['controller', 'processor'],
      retention: 'P25M',
      services: [],
    },
    {
      id: 'social',
      data: ['ip', 'page'],
      basis: 'consent',
      recipients: ['Film House'],
      retention: 'P13M',
      services: [
        { id: 'film', hosts: ['film.example'], data: ['ip'] },
        { id: 'pins', hosts: ['pins.example'], data: ['ip'] },
      ],
    },
  ],
};

export const SETTINGS: Settings = { endpoint: '/v1/logs', policy: POLICY };

/** An answer by pointer, with the words of a notice. */
export function answerOf(granted: readonly string[], source: Answer['source'] = 'custom'): Answer {
  return {
    purposes: {
      necessary: true,
      analytics: granted.includes('analytics'),
      social: granted.includes('social'),
    },
    services: { film: granted.includes('film'), pins: granted.includes('pins') },
    source,
    input: 'pointer',
    language: 'en',
    text: 'The Site asks',
  };
}

/** Counting ids and a readable digest. */
export function fakeProof(): Proof {
  let count = 0;
  return {
    uuid: () => `id-${++count}`,
    digest: (text) => Promise.resolve(`#${text.length}`),
  };
}

/** A world the test can steer, and what happened in it, in order. */
export function fakeWorld(given: Partial<Ports> = {}, left: Partial<Remains> = {}) {
  const events: string[] = [];
  const clock = { ms: NOON_MS, now: () => clock.ms };
  const disk = {
    history: [] as readonly unknown[],
    gate: Promise.resolve() as Promise<unknown>,
    isGone: false,
  };
  const proof = fakeProof();
  let missingFor: MissingFor = (ids) => ids;
  let host: AskHost | undefined;
  let onNews: ((isRestored: boolean) => void) | undefined;
  let onFrames: ((frames: readonly HeldFrame[]) => void) | undefined;
  let shown: View | null = null;

  const replace: RecordStore['replace'] = async (history, afterId) => {
    await disk.gate;
    if (newestIdOf(disk.history) !== afterId) return false;
    disk.history = history;
    events.push('kept');
    return true;
  };

  const records: RecordStore = { read: async () => disk.history, replace };

  const after: After = {
    cleanUp: () => Promise.resolve({ stored: [], scripts: [], ...left }),
    resume: (settings) => {
      events.push(settings.proofEndpoint ? 'resume and send' : 'resume');
      return Promise.resolve();
    },
    guard: () => () => true,
    keep: (answer, settings, outside) => {
      const knownId = newestIdOf(disk.history);
      return keep(
        answer,
        settings,
        { ...outside, build: 'test', choices: records },
        proof,
        pressNow(outside.clock, proof, knownId),
      );
    },
    speak: (_settings, _state, allows) => ({
      follow: (isRestored) =>
        void events.push(allows('analytics') ? `speak${isRestored ? ' again' : ''}` : 'silence'),
    }),
    right: (name, _host, format) => {
      events.push(`${name} ${format ?? ''}`.trim());
      return Promise.resolve(null);
    },
  };
  const ask: Ask = {
    show(view) {
      if (view !== shown) events.push(`show ${view}`);
      shown = view;
    },
    showRemains: ({ scripts, stored }) =>
      void events.push(`remains ${[...scripts, ...stored].join(' ')}`),
    refresh() {
      if (shown === 'banner' && host?.question().pending.length === 0) ask.show(null);
    },
    cover: (frames) => void events.push(`cover ${frames.length}`),
  };

  const ports: Ports = {
    clock,
    choices: {
      read: async () => disk.history,
      get known() {
        return disk.history;
      },
      get place() {
        return disk.isGone ? ('memory' as const) : ('indexeddb' as const);
      },
    },
    loadAfter: () => Promise.resolve(after),
    tags: {
      apply(next) {
        missingFor = next;
        events.push(
          `apply ${['analytics', 'social'].filter((id) => isFree(id)).join(' ') || 'none'}`,
        );
      },
      watch: () => void events.push('watch'),
      releaseOnce: () => void events.push('once'),
      onFrames: (listener) => (onFrames = listener),
    },
    question: {
      bring: (askHost) => {
        host = askHost;
        events.push('load');
        return Promise.resolve(ask);
      },
      drawControl: (isShown) => void events.push(isShown ? 'control' : 'no control'),
    },
    elsewhere: { tell: () => void events.push('tell'), onNews: (listener) => (onNews = listener) },
    announce: (type) => void events.push(`s9:${type}`),
    signals: { gpc: false },
    origin: 'https://site.example',
    ...given,
  };

  /** Whether a tag that names these ids, on these hosts, would run. */
  const isFree = (ids: string, ...hosts: string[]) =>
    missingFor(ids.split(' '), hosts).length === 0;

  return {
    ports,
    records,
    /** What keeping an answer needs. */
    keeping: { ...ports, build: 'test', choices: records },
    clock,
    disk,
    events,
    isFree,
    answer: (answer: Answer) => host?.answer(answer),
    host: () => host,
    news: (isRestored = false) => onNews?.(isRestored),
    frames: (frames: readonly HeldFrame[]) => onFrames?.(frames),
    shown: () => shown,
  };
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
