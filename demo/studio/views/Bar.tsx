// The bar above every bench: where one is, what was done, and the link that holds all of it.
import { useState } from 'preact/hooks';
import { BENCHES, type BenchId } from './benches.ts';
import { copied } from './copied.ts';
import type { InHand } from './use-design.ts';

interface Props {
  readonly hand: InHand;
  readonly bench: BenchId;
  onReset(): void;
}

const SAID_MS = 4000;

export function Bar({ hand, bench, onReset }: Props) {
  const { past, future } = hand.steps;
  const [said, setSaid] = useState('');
  const copyLink = () => {
    copied(hand.link).then((isCopied) => {
      setSaid(isCopied ? 'Copied' : 'The address bar has it');
      setTimeout(() => setSaid(''), SAID_MS);
    }, undefined);
  };
  return (
    <header class="bar">
      <a class="skip" href="#bench">
        To the bench
      </a>
      <p class="wordmark">Studio</p>
      <nav aria-label="Benches">
        {BENCHES.map(({ id, label }) => (
          <a key={id} href={`#${id}`} aria-current={id === bench ? 'page' : undefined}>
            {label}
          </a>
        ))}
      </nav>
      <div class="bar-actions">
        <button type="button" class="button" disabled={!past[0]} onClick={hand.undo}>
          Undo
        </button>
        <button type="button" class="button" disabled={!future[0]} onClick={hand.redo}>
          Redo
        </button>
        <button type="button" class="button" onClick={onReset}>
          Reset
        </button>
        <button type="button" class="button primary" onClick={copyLink}>
          Copy link
        </button>
        <span class="said" role="status">
          {said}
        </span>
      </div>
    </header>
  );
}
