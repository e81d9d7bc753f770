// Releases what waits for nothing and takes back what must wait again; the page's elements stay as written.
import { own } from '../../core/own.ts';
import { createAddresses } from './addresses/addresses.ts';
import { bareBy } from './advice/bare.ts';
import { showsItself } from './advice/itself.ts';
import { type Advisor, createAdvisor, type LoadAdvice } from './advice/oddities.ts';
import { marks } from './find/marks.ts';
import { idsOf, isMarked } from './find/read-mark.ts';
import { wantedBy } from './find/wanted.ts';
import { isWhole } from './find/whole.ts';
import type { ReleaseHost, Releaser } from './held-elements.ts';
import { type Container, isContainer } from './places/container.ts';
import type { CreatePlaces } from './places/places.ts';
import { isRefused } from './refusal.ts';
import { isCodeType, isHeldType, isScript } from './scripts/copy.ts';
import { keepOpen } from './scripts/keep-open.ts';
import { createScriptQueue } from './scripts/queue.ts';
import type { HearWhatHasBeen } from './scripts/ready.ts';
import { createSlices } from './slices.ts';
import { createSweep } from './sweep.ts';
import type { TrustedPolicy } from './trusted.ts';
import { createWaiting } from './waiting.ts';

/** What few pages need; `null` where one is not to be had. */
export interface ReleaseFiles {
  readonly advice: LoadAdvice;
  readonly ready: () => Promise<HearWhatHasBeen | null>;
  /** For what templates hold: without it that stays held. */
  readonly places: () => Promise<CreatePlaces | null>;
}

type Places = ReturnType<CreatePlaces>;

interface KindsParts {
  readonly waiting: ReturnType<typeof createWaiting>;
  readonly loadReady: ReleaseFiles['ready'];
  places(): Places | null | undefined;
  onTaken(frame: Element): void;
}

/** What each kind of element needs to be released and held again, told to the page. */
function createKinds(
  host: ReleaseHost,
  trusted: TrustedPolicy,
  { say }: Advisor,
  { waiting, loadReady, places, onTaken }: KindsParts,
) {
  const slices = createSlices();
  const addresses = createAddresses(onTaken);
  /** Scripts that ran or stand in line: each once, whatever happens. */
  const taken = new WeakSet<Element>();
  const tell = (element: Element): void =>
    host.announce('release', { element, ids: idsOf(element) });

  const withoutWriting = (held: Element, run: () => void): void =>
    keepOpen(run, () => say(['write', ''], held));

  const scripts = createScriptQueue({
    slices,
    trusted,
    mayRun(held) {
      const asked = waiting.wanted(held);
      const isIn = held.isConnected && !isRefused(held, trusted.nonce, say);
      return ((isIn && waiting.isFree(held, asked)) || !taken.delete(held)) && asked;
    },
    onRun(held, asked) {
      waiting.remember(held, held, asked);
      tell(held);
    },
    onFailure: (held, error) => say(['failed', `${error}`], held),
    loadReady,
    keepOpen: withoutWriting,
  });

  function place(held: Container): void {
    withoutWriting(held, () => {
      const inside = places()?.place(held);
      for (const script of inside ?? []) waiting.remember(held, script);
      if (inside) tell(held);
    });
  }

  return {
    slices,
    release(element: Element): void {
      if (isContainer(element)) place(element);
      else if (!isScript(element)) {
        if (addresses.give(element)) tell(element);
      } else if (!taken.has(element)) {
        taken.add(element);
        scripts.add(element);
      }
    },
    hold(element: Element): void {
      if (isContainer(element)) places()?.takeOut(element);
      else if (isScript(element)) return;
      else if (addresses.take(element)) say(['lazy', ''], element);
      else if (showsItself(element)) say(['itself', ''], element);
    },
    /** Something has been taken out of the page; returns what is to be looked at again. */
    clear(): Element[] {
      scripts.clear();
      return places()?.clear() ?? [];
    },
  };
}

export function createReleaser(
  host: ReleaseHost,
  trusted: TrustedPolicy,
  files: ReleaseFiles,
): Releaser {
  const advisor = createAdvisor(files.advice, () => host.rules().policy);
  const unfinished = new Set<Element>();
  /** Fetched at the first element that holds something; `null` where it was not to be had. */
  let places: Places | null | undefined;
  let isComing = false;

  const waiting = createWaiting(host, (element) =>
    wantedBy(element, isContainer(element) ? places?.asked(element) : undefined),
  );
  const onTaken = (frame: Element): void => {
    visit(frame);
    host.onFrames();
  };
  const { slices, release, hold, clear } = createKinds(host, trusted, advisor, {
    waiting,
    loadReady: files.ready,
    places: () => places,
    onTaken,
  });

  async function fetchPlaces(): Promise<void> {
    if (isComing) return;
    isComing = true;
    const createPlaces = await files.places();
    places = createPlaces && createPlaces(trusted, advisor.say);
    isComing = false;
    sweep.fromTop(host.all(marks.selector).filter((each) => places || !isContainer(each)));
  }

  /** In the order of the page: what is released waits for what stands before it, once. */
  const mayRelease = (): boolean => !isComing || places === null;

  function visit(element: Element): void {
    // An element for a notice holds nothing, nor does one whose class only looks like another widget's.
    if (!own(element).isConnected || !isMarked(element)) return;
    if (isScript(element) && !isHeldType(element)) {
      if (isCodeType(element.type)) advisor.say(['type', ''], element);
      return;
    }
    const holds = isContainer(element);
    if (holds && !places) return void fetchPlaces();
    if (!isWhole(element)) return void unfinished.add(element);
    unfinished.delete(element);
    const asked = waiting.wanted(element);
    advisor.look(element, asked);
    if (holds) places?.look(element);
    const bare = isScript(element) || holds ? '' : bareBy(element);
    if (bare) return advisor.say(['bare', bare], element);
    const isOut = isRefused(element, trusted.nonce, advisor.say);
    if (isOut || !waiting.isFree(element, asked)) hold(element);
    else if (mayRelease()) release(element);
  }

  const sweep = createSweep({
    slices,
    visit,
    onFailure: (element, error) => advisor.say(['failed', `${error}`], element),
    onEnd: host.onFrames,
  });
  return {
    sweep: () => sweep.fromTop(host.all(marks.selector)),
    visit(elements, isGone) {
      const all = [...unfinished, ...(isGone ? clear() : []), ...elements];
      // A script that has run and gone is told of as well: thousands of times.
      if (all[0]) void sweep.through(all);
    },
    stillRunning: waiting.stillRunning,
  };
}
