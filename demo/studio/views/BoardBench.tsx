// The board: every state at once, each a frame of the real widget.
import { GROUPS, STATES } from '../model/states.ts';
import { Tile } from './Tile.tsx';
import type { InHand } from './use-design.ts';
import { useTold } from './use-told.ts';

export function BoardBench({ hand }: { readonly hand: InHand }) {
  const weights = useTold<number>('/__studio/files.json');
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
