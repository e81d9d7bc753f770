// The board: every state at once, each a frame of the real widget.
import { useEffect, useState } from 'preact/hooks';
import { GROUPS, STATES } from '../model/states.ts';
import { Tile, type Weights } from './Tile.tsx';
import type { InHand } from './use-design.ts';

function useWeights(): Weights {
  const [weights, setWeights] = useState<Weights>({});
  useEffect(() => {
    fetch('/__studio/files.json')
      .then((response) => response.json())
      .then(
        (read: Weights) => setWeights(read),
        () => console.warn('Studio: /__studio/files.json: expected the sizes of the built files'),
      );
  }, []);
  return weights;
}

export function BoardBench({ hand }: { readonly hand: InHand }) {
  const weights = useWeights();
  return (
    <div class="board">
      <p class="quiet board-lead">
        Every frame is the widget itself, with storage of its own: press what you like. Below each:
        how much of the window it covers, and what was fetched for it.
      </p>
      {GROUPS.map(([group, title]) => (
        <section key={group} aria-labelledby={`group-${group}`}>
          <h2 id={`group-${group}`}>{title}</h2>
          <ul class={`tiles tiles-${group}`}>
            {STATES.filter((state) => state.group === group).map((state) => (
              <Tile key={state.id} state={state} design={hand.design} weights={weights} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
