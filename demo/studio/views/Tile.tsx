// One state on the board: its frame, alive or said not to be, and what it comes to.
import { useEffect, useRef, useState } from 'preact/hooks';
import { follow } from '../live/follow.ts';
import { coveredIn } from '../live/measure.ts';
import { fetchedIn, type Progress, play } from '../live/play.ts';
import { turn } from '../live/turns.ts';
import type { Design } from '../model/design.ts';
import { type State, WINDOWS } from '../model/state.ts';
import { FrameWindow } from './FrameWindow.tsx';
import { useScale } from './use-scale.ts';

/** Bytes of each built file, as a good server sends it. */
export type Weights = Readonly<Record<string, number>>;

interface Props {
  readonly state: State;
  readonly design: Design;
  readonly weights: Weights;
}

const LOOK_MS = 800;
const ZOOMED = 4;

const SAID: Readonly<Record<Progress['is'], string>> = {
  waiting: 'Starting…',
  alive: 'Alive',
  person: 'Press “Accept all” in it: only a person can say yes',
  dead: 'Not alive',
};

/** Plays the state anew whenever the settings change, or `round` does. */
function usePlayed(state: State, design: Design, round: number) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [progress, setProgress] = useState<Progress>({ is: 'waiting' });
  const latest = useRef(design);
  latest.current = design;
  const written = JSON.stringify(design.settings);
  useEffect(() => {
    let isWanted = true;
    const tell = (next: Progress) => {
      if (isWanted) setProgress(next);
    };
    let end: (() => void) | undefined;
    const begin = async () => {
      end = await turn();
      if (!isWanted || !frame.current) return;
      const last = await play(
        frame.current,
        state,
        () => latest.current,
        (next) => {
          tell(next);
          // Whoever waits for a person keeps nobody waiting.
          if (next.is === 'person') end?.();
        },
      );
      tell(last);
    };
    begin()
      .catch((fault: unknown) => tell({ is: 'dead', why: String(fault) }))
      .finally(() => end?.());
    return () => {
      isWanted = false;
      // What is not wanted any more keeps nobody waiting.
      end?.();
    };
  }, [written, state, round]);
  useEffect(() => follow(frame.current, design), [design.tokens]);
  return { frame, progress };
}

function useMeasured(frame: { readonly current: HTMLIFrameElement | null }, weights: Weights) {
  const [measured, setMeasured] = useState({ covered: 0, bytes: 0 });
  useEffect(() => {
    const look = () => {
      if (!frame.current) return;
      const covered = Math.round(coveredIn(frame.current) * 100);
      const names = fetchedIn(frame.current);
      const bytes = names.reduce((sum, name) => sum + (weights[name] ?? 0), 0);
      setMeasured((before) =>
        before.covered === covered && before.bytes === bytes ? before : { covered, bytes },
      );
    };
    const looking = setInterval(look, LOOK_MS);
    return () => clearInterval(looking);
  }, [weights]);
  return measured;
}

const sizeOf = (bytes: number): string => (bytes > 0 ? `${(bytes / 1000).toFixed(1)} kB` : '–');

export function Tile({ state, design, weights }: Props) {
  const { id, title, tells, promise, window: windowId } = state;
  const [round, setRound] = useState(0);
  const size = WINDOWS[windowId];
  const { room, scale } = useScale(size, windowId === 'zoomed' ? ZOOMED : 1);
  const { frame, progress } = usePlayed(state, design, round);
  const { covered, bytes } = useMeasured(frame, weights);
  const { width, height } = size;
  return (
    <li class="tile" data-state={id} data-is={progress.is}>
      <div class="room" ref={room} style={{ aspectRatio: `${width} / ${height}` }}>
        <FrameWindow {...{ frame, title, size, scale }} />
      </div>
      <div class="tile-head">
        <h3>{title}</h3>
        <button
          type="button"
          class="clear"
          aria-label={`Begin “${title}” anew`}
          onClick={() => setRound(round + 1)}
        >
          ↻
        </button>
      </div>
      <p>{tells}</p>
      <p class="tile-facts quiet">
        <span data-covered={covered}>{covered} % of the window</span>
        <span data-bytes={bytes}>{sizeOf(bytes)}</span>
        <span>Promise: {promise.replaceAll('-', ' ')}</span>
      </p>
      <p class="tile-is">
        {SAID[progress.is]}
        {progress.is === 'dead' && `: ${progress.why}`}
      </p>
    </li>
  );
}
