// A brand's colours, pasted: what was found in them is taken over, and said.
import { useState } from 'preact/hooks';
import { type Brand, brandIn } from '../model/brand.ts';
import type { InHand } from './use-design.ts';

export function BrandPaste({ hand }: { readonly hand: InHand }) {
  const [text, setText] = useState('');
  const [brand, setBrand] = useState<Brand | null>(null);
  const take = () => {
    const found = brandIn(text);
    setBrand(found);
    if (found.fault) return;
    hand.change((now) => ({ ...now, tokens: { ...now.tokens, ...found.tokens } }));
  };
  return (
    <details class="card">
      <summary>
        <b>Paste your brand</b> <span class="quiet">CSS, Tailwind or design tokens</span>
      </summary>
      <div class="card-body">
        <label class="field">
          <span class="field-label">A stylesheet or JSON</span>
          <textarea
            rows={5}
            spellcheck={false}
            value={text}
            onInput={({ currentTarget }) => setText(currentTarget.value)}
          />
        </label>
        <button type="button" class="button" disabled={!text.trim()} onClick={take}>
          Take its colours
        </button>
        <div role="status">
          {brand?.fault && <p class="over">Nothing was taken: {brand.fault}</p>}
          {brand && !brand.fault && (
            <ul>
              {Object.entries(brand.from).map(([token, name]) => (
                <li key={token}>
                  <code>{token}</code> from <code>{name}</code>
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </details>
  );
}
