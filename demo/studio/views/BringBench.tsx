// The bench for bringing in: another widget's configuration becomes a policy, with a list of what is left to do.
import { useState } from 'preact/hooks';
import { type Migrated, migrate } from '../migration/migrate.ts';
import { PEERS } from '../migration/peers.ts';
import type { Design } from '../model/design.ts';
import type { InHand } from './use-design.ts';

/** Who asks stays as it is, but for what the other configuration says of it. */
function withPolicy(design: Design, { policy }: Migrated): Design {
  const { policy: own, ...settings } = design.settings;
  const controller = { ...own.controller, ...policy.controller };
  return { ...design, settings: { ...settings, policy: { ...own, ...policy, controller } } };
}

function Outcome({ migrated }: { readonly migrated: Migrated }) {
  const { from, fault, left, policy } = migrated;
  if (fault) {
    return (
      <p class="over" role="alert">
        {from && `${from}: `}
        {fault}
      </p>
    );
  }
  const purposes = policy.purposes?.filter((purpose) => !('drop' in purpose)) ?? [];
  return (
    <>
      <p>
        Read as a configuration of {from}: {purposes.length} purposes were taken over. See them
        under <a href="#words">Words</a>.
      </p>
      <h2>Not carried over, or assumed</h2>
      <ul class="left">
        {left.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}

export function BringBench({ hand }: { readonly hand: InHand }) {
  const [text, setText] = useState('');
  const [migrated, setMigrated] = useState<Migrated | null>(null);
  const bring = () => {
    const found = migrate(text);
    setMigrated(found);
    if (!found.fault) hand.change((now) => withPolicy(now, found));
  };
  return (
    <div class="take">
      <label class="field">
        <span>
          Paste the configuration of another widget: {PEERS.map(({ name }) => name).join(', ')}. It
          is read, never run.
        </span>
        <textarea
          class="value"
          rows={14}
          spellcheck={false}
          value={text}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
      </label>
      <div>
        <button type="button" class="button primary" disabled={!text.trim()} onClick={bring}>
          Make it a policy
        </button>
      </div>
      <div role="status" data-migrated={migrated?.from ?? ''}>
        {migrated && <Outcome migrated={migrated} />}
      </div>
    </div>
  );
}
