// The bench for words: who asks, in which words, for what; and what each change means.
import { useState } from 'preact/hooks';
import { NOTHING_SEEN } from '../live/seen.ts';
import { dataItemsOf } from '../model/collections.ts';
import { type GivenPolicy, policyOver, settingsInForce, withAt } from '../model/design.ts';
import {
  droppedFrom,
  withNewPurpose,
  withoutPurpose,
  withPurpose,
  withPurposeBack,
} from '../model/purposes.ts';
import { Checks } from './Checks.tsx';
import { Collections } from './Collections.tsx';
import { DataItems } from './DataItems.tsx';
import { type Editing, stepOf } from './editing.ts';
import { Field } from './Field.tsx';
import type { Behind } from './LiveFrame.tsx';
import { Meaning } from './Meaning.tsx';
import { PurposeCard } from './PurposeCard.tsx';
import { Stage } from './Stage.tsx';
import type { InHand } from './use-design.ts';

interface Line {
  readonly path: readonly string[];
  readonly label: string;
  readonly placeholder?: string;
  readonly budget?: number;
}

const PARTY: readonly Line[] = [
  { path: ['controller', 'name'], label: 'Name people know you by', budget: 40 },
  { path: ['controller', 'contact'], label: 'Contact' },
  { path: ['controller', 'privacyUrl'], label: 'Address of your privacy policy' },
];
const BANNER: readonly Line[] = [
  {
    path: ['notice', 'en', 'title'],
    label: 'Title',
    placeholder: '{controller} asks for your consent',
    budget: 60,
  },
  {
    path: ['notice', 'en', 'lead'],
    label: 'One sentence',
    placeholder: 'Off until you agree. Withdraw at any time.',
    budget: 90,
  },
  { path: ['notice', 'en', 'accept'], label: 'Yes', placeholder: 'Accept all', budget: 18 },
  { path: ['notice', 'en', 'reject'], label: 'No', placeholder: 'Reject all', budget: 18 },
  {
    path: ['notice', 'en', 'choose'],
    label: 'Way to the preferences',
    placeholder: 'Choose',
    budget: 18,
  },
];

const textAt = (policy: GivenPolicy, path: readonly string[]): string => {
  const found = path.reduce<unknown>(
    (at, step) => (at as Record<string, unknown> | undefined)?.[step],
    policy,
  );
  return typeof found === 'string' ? found : '';
};

function Lines({ lines, policy, faults, edit }: Editing & { readonly lines: readonly Line[] }) {
  return (
    <>
      {lines.map(({ path, ...line }) => (
        <Field
          key={line.label}
          {...line}
          value={textAt(policy, path)}
          faults={faults.filter((fault) => fault.path === `policy.${path.join('.')}`)}
          onChange={(value) => edit((now) => withAt(now, path, value), path.join('.'))}
        />
      ))}
    </>
  );
}

function Purposes({ policy, faults, edit }: Editing) {
  const inForce = policyOver(policy);
  const items = Object.entries(dataItemsOf(policy))
    .filter(([id]) => id !== 'choice')
    .map(([id, { name }]) => [id, name] as const);
  const taken = new Set(
    inForce.purposes.flatMap(({ services = [] }) => services.map(({ id }) => id)),
  );
  return (
    <>
      {inForce.purposes.map((purpose) => (
        <PurposeCard
          key={purpose.id}
          purpose={purpose}
          items={items}
          faults={faults}
          taken={taken}
          onChange={(members) =>
            edit((now) => withPurpose(now, purpose.id, members), stepOf(purpose.id, members))
          }
          onRemove={() => edit((now) => withoutPurpose(now, purpose.id))}
        />
      ))}
      <div class="row">
        <button type="button" class="button" onClick={() => edit(withNewPurpose)}>
          Add a purpose
        </button>
        {droppedFrom(policy).map(({ id, name }) => (
          <button
            key={id}
            type="button"
            class="button"
            onClick={() => edit((now) => withPurposeBack(now, id))}
          >
            Bring back “{name}”
          </button>
        ))}
      </div>
    </>
  );
}

export function WordsBench({ hand }: { readonly hand: InHand }) {
  const [seen, setSeen] = useState(NOTHING_SEEN);
  const [page, setPage] = useState<Behind>('article');
  const { design, change } = hand;
  const { policy } = design.settings;
  const { faults } = settingsInForce(design.settings);
  const edit: Editing['edit'] = (update, by) =>
    change(
      (now) => ({ ...now, settings: { ...now.settings, policy: update(now.settings.policy) } }),
      by,
    );
  const given = { policy, faults, edit };
  const editForms: Editing['edit'] = (update, by) => {
    setPage('forms');
    edit(update, by);
  };
  return (
    <div class="bench">
      <div class="controls">
        <Meaning hand={hand} />
        <section aria-labelledby="who">
          <h2 id="who">Who asks</h2>
          <Lines lines={PARTY} {...given} />
        </section>
        <section aria-labelledby="said" onFocusCapture={() => setPage('article')}>
          <h2 id="said">What the banner says</h2>
          <Lines lines={BANNER} {...given} />
        </section>
        <section aria-labelledby="purposes" onFocusCapture={() => setPage('article')}>
          <h2 id="purposes">What for</h2>
          <Purposes {...given} />
        </section>
        <section aria-labelledby="forms" onFocusCapture={() => setPage('forms')}>
          <h2 id="forms">What your forms take</h2>
          <Collections {...given} edit={editForms} />
        </section>
        <section aria-labelledby="items">
          <h2 id="items">Data, by its names</h2>
          <DataItems {...given} />
        </section>
      </div>
      <Stage design={design} behind={page} onSeen={setSeen}>
        <Checks seen={seen} tokens={design.tokens} />
      </Stage>
    </div>
  );
}
