// The bench for looks: every token, every placement, and the real notice beside them.
import { useState } from 'preact/hooks';
import { NOTHING_SEEN } from '../live/seen.ts';
import { type DesignSettings, withAt } from '../model/design.ts';
import { TOKENS } from '../model/theme.ts';
import { isOneValue } from '../model/tokens.ts';
import { BrandPaste } from './BrandPaste.tsx';
import { Checks } from './Checks.tsx';
import { Segments } from './Segments.tsx';
import { Stage } from './Stage.tsx';
import { TokenControl } from './TokenControl.tsx';
import type { InHand } from './use-design.ts';

const LOOKS = [
  ['standard', 'Standard'],
  ['paper', 'Paper'],
  ['ink', 'Ink'],
  ['soft', 'Soft'],
  ['plain', 'Plain'],
] as const;
const LAYOUTS = [
  ['bar', 'Bar'],
  ['box', 'Box'],
  ['dialog', 'Dialog'],
] as const;
const POSITIONS = [
  ['bottom', 'Bottom'],
  ['top', 'Top'],
] as const;
const THEMES = [
  ['auto', 'As the page'],
  ['light', 'Light'],
  ['dark', 'Dark'],
] as const;
const CORNERS = [
  ['start', 'Start'],
  ['end', 'End'],
  ['top', 'Top'],
] as const;

type Placed = 'look' | 'layout' | 'position' | 'theme' | 'corner';

function Placement({ hand }: { readonly hand: InHand }) {
  const { settings } = hand.design;
  const pick =
    <K extends Placed>(name: K, first: string) =>
    (value: NonNullable<DesignSettings[K]>) =>
      hand.change((now) => withAt(now, ['settings', name], value === first ? undefined : value));
  return (
    <section aria-labelledby="placement">
      <h2 id="placement">Where it stands</h2>
      <Segments
        name="layout"
        label="Layout"
        value={settings.layout ?? 'bar'}
        options={LAYOUTS}
        onPick={pick('layout', 'bar')}
      />
      <Segments
        name="position"
        label="Position"
        value={settings.position ?? 'bottom'}
        options={POSITIONS}
        onPick={pick('position', 'bottom')}
      />
      <Segments
        name="corner"
        label="Corner of the permanent control"
        value={settings.corner ?? 'start'}
        options={CORNERS}
        onPick={pick('corner', 'start')}
      />
      <Segments
        name="theme"
        label="Light or dark"
        value={settings.theme ?? 'auto'}
        options={THEMES}
        onPick={pick('theme', 'auto')}
      />
    </section>
  );
}

export function LookBench({ hand }: { readonly hand: InHand }) {
  const [seen, setSeen] = useState(NOTHING_SEEN);
  const { design, change } = hand;
  const { tokens, settings } = design;
  const setToken = (name: string) => (value: string | undefined) => {
    // What is none in a stylesheet would be none in the link either.
    if (value !== undefined && !isOneValue(value)) return;
    change((now) => ({ ...now, tokens: withAt(now.tokens, [name], value) }), name);
  };
  return (
    <div class="bench">
      <div class="controls">
        <section aria-labelledby="ready">
          <h2 id="ready">Begin with</h2>
          <Segments
            isQuiet
            name="look"
            label="Ready look"
            value={settings.look ?? 'standard'}
            options={LOOKS}
            onPick={(look) =>
              change((now) =>
                withAt(now, ['settings', 'look'], look === 'standard' ? undefined : look),
              )
            }
          />
          <BrandPaste hand={hand} />
        </section>
        <section aria-labelledby="tokens">
          <h2 id="tokens">Make it yours</h2>
          {TOKENS.toSorted((a, b) => rank(a.kind) - rank(b.kind)).map((token) => (
            <TokenControl
              key={token.name}
              token={token}
              value={tokens[token.name] ?? ''}
              drawn={seen.colours[token.name] ?? null}
              onChange={setToken(token.name)}
            />
          ))}
        </section>
        <Placement hand={hand} />
      </div>
      <Stage design={design} onSeen={setSeen}>
        <Checks seen={seen} tokens={tokens} />
      </Stage>
    </div>
  );
}

const ORDER = ['colour', 'font', 'length', 'switch'];
const rank = (kind: string): number => ORDER.indexOf(kind);
