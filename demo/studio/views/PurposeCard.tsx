// One purpose as it is asked for: its words, its data, who receives them, how long.
import { catalogue } from '../../../src/policies/services/catalogue.ts';
import type { DesignFault } from '../model/design.ts';
import type { PurposeInForce } from '../model/purposes.ts';
import { Card } from './Card.tsx';
import { DataChecks } from './DataChecks.tsx';
import { listOf } from './editing.ts';
import { Field } from './Field.tsx';

interface Props {
  readonly purpose: PurposeInForce;
  /** Id and name of every data item there is. */
  readonly items: readonly (readonly [string, string])[];
  readonly faults: readonly DesignFault[];
  /** Ids of services that any purpose has. */
  readonly taken: ReadonlySet<string>;
  onChange(members: Readonly<Record<string, unknown>>): void;
  onRemove(): void;
}

/** The default's services stand as they are; one of the catalogue comes by its id. */
function Services({ purpose, taken, onChange }: Props) {
  const { services = [], name } = purpose;
  const free = catalogue.filter(({ id }) => !taken.has(id));
  return (
    <div class="field">
      <ul class="chips">
        {services.map((service) => (
          <li key={service.id}>
            {service.name}
            <button
              type="button"
              class="clear"
              aria-label={`Remove ${service.name} from ${name}`}
              onClick={() => onChange({ services: services.filter((each) => each !== service) })}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      <label>
        <span class="field-label">Add a service</span>
        <select
          value=""
          onChange={({ currentTarget }) =>
            onChange({ services: [...services, currentTarget.value] })
          }
        >
          <option value="">Choose…</option>
          {free.map((service) => (
            <option key={service.id} value={service.id}>
              {service.name}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

const LINES = [
  { member: 'name', label: 'Name' },
  { member: 'aim', label: 'What it is for, on the banner', budget: 40 },
  { member: 'why', label: 'Why', budget: 240, isLong: true },
  { member: 'retention', label: 'Kept for (P25M is 25 months)' },
] as const;

export function PurposeCard(props: Props) {
  const { purpose, items, faults, onChange, onRemove } = props;
  const { id, name, data, recipients, basis } = purpose;
  const isAsked = basis === 'consent';
  return (
    <Card
      mark={{ 'data-purpose-card': id }}
      title={name}
      tells={isAsked ? 'asked for' : 'always on'}
      lines={LINES}
      values={purpose}
      path={`policy.purposes.${id}`}
      faults={faults}
      onChange={onChange}
    >
      {isAsked && (
        <>
          <Field
            label="Recipients, separated by commas"
            value={recipients.join(', ')}
            onChange={(value) => onChange({ recipients: listOf(value) })}
          />
          <DataChecks data={data} items={items} onChange={(next) => onChange({ data: next })} />
          <Services {...props} />
          <button type="button" class="button" onClick={onRemove}>
            Remove “{name}”
          </button>
        </>
      )}
    </Card>
  );
}
