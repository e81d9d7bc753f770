// The data items themselves: what each is called, in full and in a row of many, and how long it is kept.
import {
  dataItemsOf,
  isOwnItem,
  withDataItem,
  withNewDataItem,
  withoutDataItem,
} from '../model/collections.ts';
import type { Editing } from './editing.ts';
import { Field } from './Field.tsx';

const MEMBERS = [
  { member: 'name', label: 'Label', budget: 60 },
  { member: 'short', label: 'Short, for a row of many', budget: 16 },
  {
    member: 'retention',
    label: 'Kept for, where it is another time than its purpose says (P1M is a month)',
  },
] as const;

/** Of `choice` nothing can be changed: what it stands for is the record itself. */
const itemsOf = (policy: Editing['policy']) =>
  Object.entries(dataItemsOf(policy)).filter(([id]) => id !== 'choice');

export function DataItems({ policy, faults, edit }: Editing) {
  return (
    <>
      {itemsOf(policy).map(([id, item]) => (
        <details key={id} class="card" data-item-card={id}>
          <summary>
            <b>{item.name}</b> <span class="quiet">{item.short}</span>
          </summary>
          <div class="card-body">
            {MEMBERS.map(({ member, ...line }) => (
              <Field
                key={member}
                {...line}
                value={item[member] ?? ''}
                faults={faults.filter(({ path }) => path === `policy.dataItems.${id}.${member}`)}
                onChange={(value) =>
                  edit((now) => withDataItem(now, id, { [member]: value }), `${id} ${member}`)
                }
              />
            ))}
            {isOwnItem(id) && (
              <button
                type="button"
                class="button"
                onClick={() => edit((now) => withoutDataItem(now, id))}
              >
                Remove “{item.name}”
              </button>
            )}
          </div>
        </details>
      ))}
      <div class="row">
        <button type="button" class="button" onClick={() => edit(withNewDataItem)}>
          Add a data item
        </button>
      </div>
    </>
  );
}
