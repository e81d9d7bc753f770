// The data items themselves: what each is called, in full and in a row of many, and how long it is kept.
import {
  dataItemsOf,
  isOwnItem,
  withDataItem,
  withNewDataItem,
  withoutDataItem,
} from '../model/collections.ts';
import { Card } from './Card.tsx';
import { type Editing, stepOf } from './editing.ts';

const LINES = [
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
        <Card
          key={id}
          mark={{ 'data-item-card': id }}
          title={item.name}
          tells={item.short}
          lines={LINES}
          values={item}
          path={`policy.dataItems.${id}`}
          faults={faults}
          onChange={(members) => edit((now) => withDataItem(now, id, members), stepOf(id, members))}
        >
          {isOwnItem(id) && (
            <button
              type="button"
              class="button"
              onClick={() => edit((now) => withoutDataItem(now, id))}
            >
              Remove “{item.name}”
            </button>
          )}
        </Card>
      ))}
      <div class="row">
        <button type="button" class="button" onClick={() => edit(withNewDataItem)}>
          Add a data item
        </button>
      </div>
    </>
  );
}
