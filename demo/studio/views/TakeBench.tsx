// The bench for taking away: each piece in one press, and all of them in one archive.
import { useEffect, useState } from 'preact/hooks';
import { settingsInForce } from '../model/design.ts';
import { archiveOf, type Hashes, type Taken, takenFrom } from '../model/take-away.ts';
import { copied } from './copied.ts';
import { FaultList } from './FaultList.tsx';
import type { InHand } from './use-design.ts';

function useHashes(): Hashes | null {
  const [hashes, setHashes] = useState<Hashes | null>(null);
  useEffect(() => {
    fetch('/integrity.json')
      .then((response) => response.json())
      .then(
        (read: Hashes) => setHashes(read),
        () => console.error('Studio: /integrity.json: expected the hashes of the built files'),
      );
  }, []);
  return hashes;
}

const NAME = 'social9-consent.zip';

function download(taken: readonly Taken[]): void {
  const address = URL.createObjectURL(new Blob([archiveOf(taken)], { type: 'application/zip' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = NAME;
  link.click();
  URL.revokeObjectURL(address);
}

function Piece({ id, title, note, text }: Taken) {
  const [said, setSaid] = useState('');
  const copy = () => {
    copied(text).then(
      (isCopied) => setSaid(isCopied ? 'Copied' : 'Select it, and copy'),
      undefined,
    );
  };
  return (
    <section class="piece" data-take={id}>
      <div class="piece-head">
        <div>
          <h2>{title}</h2>
          <p class="quiet">{text ? note : 'This design needs none.'}</p>
        </div>
        <div class="piece-do">
          <span class="said" role="status">
            {said}
          </span>
          <button
            type="button"
            class="button"
            aria-label={`Copy: ${title}`}
            disabled={!text}
            onClick={copy}
          >
            Copy
          </button>
        </div>
      </div>
      {text && (
        // Scrolls, so the keyboard has to come to it.
        <pre tabIndex={0} role="region" aria-label={title}>
          {text}
        </pre>
      )}
    </section>
  );
}

export function TakeBench({ hand }: { readonly hand: InHand }) {
  const hashes = useHashes();
  const { faults } = settingsInForce(hand.design.settings);
  if (faults.length > 0) {
    return <FaultList title="The widget would refuse this; mend it first" faults={faults} />;
  }
  if (!hashes) return <p class="board">Reading the hashes of this build…</p>;
  const taken = takenFrom(hand.design, hashes, hand.link);
  return (
    <div class="take">
      <div class="piece-head">
        <p class="quiet board-lead">
          Put the files of <code>dist/tag</code> at the top of your site, paste the first piece, and
          the notice on your page is the one you see here.
        </p>
        <button type="button" class="button primary" onClick={() => download(taken)}>
          Download all
        </button>
      </div>
      {taken.map((piece) => (
        <Piece key={piece.id} {...piece} />
      ))}
    </div>
  );
}
