// The receipt of the answers in a frame, made when it is asked for: the same that people download.
import { useEffect, useState } from 'preact/hooks';

interface Props {
  /** How many answers there are: a receipt of fewer is an old one. */
  readonly answers: number;
  make(): Promise<object | null>;
}

export function ReceiptMaker({ answers, make }: Props) {
  const [made, setMade] = useState<string | null>(null);
  useEffect(() => setMade(null), [answers]);
  const onPress = () =>
    void make().then(
      (receipt) =>
        setMade(receipt ? JSON.stringify(receipt, null, 2) : 'Its file could not be fetched.'),
      (fault: unknown) => setMade(String(fault)),
    );
  return (
    <section aria-labelledby="account-receipt">
      <h2 id="account-receipt">Receipt</h2>
      <p class="quiet">
        The proof that people can take along: who asked, for what, in which words, and what was
        answered when. It is signed in their own browser.
      </p>
      {answers > 0 ? (
        <div class="row">
          <button type="button" class="button" onClick={onPress}>
            Make the receipt
          </button>
        </div>
      ) : (
        <p class="quiet">There is none before an answer.</p>
      )}
      {made !== null && (
        <pre tabIndex={0} role="region" aria-label="The receipt" data-receipt>
          {made}
        </pre>
      )}
    </section>
  );
}
