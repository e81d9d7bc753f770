// The board: every state at once, each a frame of the real widget.
import { useMemo, useState } from 'preact/hooks';
import type { State } from '../model/state.ts';
import { GROUPS, STATES } from '../model/states.ts';
import { LanguagePicker } from './LanguagePicker.tsx';
import { Tile } from './Tile.tsx';
import type { InHand } from './use-design.ts';
import { useTold } from './use-told.ts';

/** A state that is about a language keeps its own. */
const statesIn = (language: string): readonly State[] =>
  language === 'en' ? STATES : STATES.map((state) => ({ language, ...state }));

export function BoardBench({ hand }: { readonly hand: InHand }) {
  const [language, setLanguage] = useState('en');
  const states = useMemo(() => statesIn(language), [language]);
  const weights = useTold<number>('/__studio/files.json');
  return (
    <div class="board">
      <p class="quiet board-lead">
        Every frame is the widget itself, with storage of its own: press what you like. Below each:
        how much of the window it covers, and what was fetched for it.
      </p>
      <LanguagePicker value={language} onPick={setLanguage} />
      {GROUPS.map(([group, title]) => (
        <section key={group} aria-labelledby={`group-${group}`}>
          <h2 id={`group-${group}`}>{title}</h2>
          <ul class={`tiles tiles-${group}`}>
            {states
              .filter((state) => state.group === group)
              .map((state) => (
                // A frame of its own: in the other one the visits of before go on.
                <Tile
                  key={`${state.id} ${language}`}
                  state={state}
                  design={hand.design}
                  weights={weights}
                />
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
