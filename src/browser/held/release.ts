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
import type { CreatePlaces, Places } from './places/places.ts';
import { createPlacesFile } from './places/places-file.ts';
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

/** Whether it is a script that its type does not hold. */
function isLoose(element: Element, { say }: Advisor): boolean {
  if (!isScript(element) || isHeldType(element)) return false;
  if (isCodeType(element.type)) say(['type', ''], element);
  return true;
}

export function createReleaser(
  host: ReleaseHost,
  trusted: TrustedPolicy,
  files: ReleaseFiles,
): Releaser {
  const advisor = createAdvisor(files.advice, () => host.rules().policy);
  const unfinished = new Set<Element>();
  const { places, ...file } = createPlacesFile(async () => {
    const createPlaces = await files.places();
    return createPlaces && createPlaces(trusted, advisor.say);
  }, onPlaces);
  const waiting = createWaiting(host, (element) =>
    wantedBy(element, isContainer(element) ? places()?.asked(element) : undefined),
  );
  const { slices, release, hold, clear } = createKinds(host, trusted, advisor, {
    waiting,
    loadReady: files.ready,
    places,
    onTaken(frame) {
      visit(frame);
      host.onFrames();
    },
  });

  function visit(element: Element): void {
    // An element for a notice holds nothing, nor does one whose class only looks like another widget's.
    if (!own(element).isConnected || !isMarked(element)) return;
    if (isLoose(element, advisor)) return;
    const holds = isContainer(element);
    if (holds && !places()) return file.meet();
    if (!isWhole(element)) return void unfinished.add(element);
    unfinished.delete(element);
    const asked = waiting.wanted(element);
    advisor.look(element, asked);
    if (holds) places()?.look(element);
    const bare = isScript(element) || holds ? '' : bareBy(element);
    if (bare) return advisor.say(['bare', bare], element);
    const isOut = isRefused(element, trusted.nonce, advisor.say);
    if (isOut || !waiting.isFree(element, asked)) hold(element);
    else if (!file.isBehind()) release(element);
  }

  const sweep = createSweep({
    slices,
    visit,
    onBegin: file.begin,
    onFailure: (element, error) => advisor.say(['failed', `${error}`], element),
    onEnd: host.onFrames,
  });
  const all = () => host.all(marks.selector);
  /** Where it has not come, only the next need tries again. */
  function onPlaces(): void {
    sweep.fromTop(all().filter((each) => places() || !isContainer(each)));
  }

  return {
    sweep: () => sweep.fromTop(all()),
    visit(elements, isGone) {
      const found = [...unfinished, ...(isGone ? clear() : []), ...elements];
      // A script that has run and gone is told of as well: thousands of times.
      if (found[0]) void sweep.through(found);
    },
    stillRunning: waiting.stillRunning,
  };
}
