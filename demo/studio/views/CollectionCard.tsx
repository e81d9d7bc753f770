// What one form takes: its words, its data, who gets them, how long, and whether its box has to be ticked.
import type { Collection } from '../model/collections.ts';
import type { DesignFault } from '../model/design.ts';
import { Card, faultsAt } from './Card.tsx';
import { DataChecks } from './DataChecks.tsx';
import { listOf } from './editing.ts';
import { Field } from './Field.tsx';
import { Segments } from './Segments.tsx';

interface Props {
  readonly id: string;
  readonly collection: Collection;
  readonly items: readonly (readonly [string, string])[];
  /** Of this form alone. */
  readonly faults: readonly DesignFault[];
  onChange(members: Readonly<Record<string, unknown>>): void;
  onRemove(): void;
}

const LINES = [
  { member: 'name', label: 'Name' },
  { member: 'aim', label: 'What it is for, in the form', budget: 40 },
  { member: 'why', label: 'Why', budget: 240, isLong: true },
  { member: 'retention', label: 'Kept for (P2Y is 2 years)' },
] as const;

const CONSENT = [
  ['none', 'No box'],
  ['needed', 'Must be ticked'],
  ['optional', 'May stay empty'],
] as const;

const askedIn = ({ consent }: Collection) =>
  consent === 'optional' ? 'optional' : consent ? 'needed' : 'none';
const CONSENTS = { none: false, needed: true, optional: 'optional' } as const;

function tellOf({ consent }: Collection, isWhole: boolean): string {
  if (!isWhole) return 'not shown: something is missing';
  return consent ? 'asks for consent' : 'says what is taken';
}

export function CollectionCard({ id, collection, items, faults, onChange, onRemove }: Props) {
  const path = `policy.collections.${id}`;
  const at = (member: string) => faultsAt(faults, `${path}.${member}`);
  const { name, data, recipients = ['controller'], consent } = collection;
  return (
    <Card
      mark={{ 'data-collection-card': id }}
      title={name}
      tells={tellOf(collection, faults.length === 0)}
      lines={LINES}
      values={collection}
      {...{ path, faults, onChange }}
    >
      <Field
        label="Recipients, separated by commas"
        value={recipients.join(', ')}
        faults={at('recipients')}
        onChange={(value) => onChange({ recipients: value && listOf(value) })}
      />
      <DataChecks data={data} items={items} onChange={(next) => onChange({ data: next })} />
      <Segments
        name={`consent-${id}`}
        label="Its box"
        value={askedIn(collection)}
        options={CONSENT}
        onPick={(picked) => onChange({ consent: CONSENTS[picked] })}
      />
      {consent && (
        <Field
          label="What the box says"
          value={collection.act ?? ''}
          placeholder="Send me the newsletter by e-mail"
          faults={at('act')}
          onChange={(act) => onChange({ act })}
        />
      )}
      <p class="hint">
        Goes into your form as <code>{`<div data-consent-notice="${id}"></div>`}</code>
      </p>
      <button type="button" class="button" onClick={onRemove}>
        Remove “{name}”
      </button>
    </Card>
  );
}
