// What forms take: each as a card, one more of the default policy or of one's own.
import {
  collectionsOf,
  dataItemsOf,
  faultsOfCollection,
  furtherCollections,
  withCollection,
  withNewCollection,
  withoutCollection,
} from '../model/collections.ts';
import { CollectionCard } from './CollectionCard.tsx';
import { type Editing, stepOf } from './editing.ts';

/** No collection is called so: ids have no such letters. */
const OWN = '+';

export function Collections({ policy, edit }: Editing) {
  const items = Object.entries(dataItemsOf(policy))
    .filter(([id]) => id !== 'choice')
    .map(([id, { name }]) => [id, name] as const);
  return (
    <>
      {collectionsOf(policy).map(([id, collection]) => (
        <CollectionCard
          key={id}
          id={id}
          collection={collection}
          items={items}
          faults={faultsOfCollection(policy, id)}
          onChange={(members) =>
            edit((now) => withCollection(now, id, members), stepOf(id, members))
          }
          onRemove={() => edit((now) => withoutCollection(now, id))}
        />
      ))}
      <label class="field">
        <span class="field-label">Add a form</span>
        <select
          value=""
          onChange={({ currentTarget: { value } }) =>
            edit((now) => (value === OWN ? withNewCollection(now) : withCollection(now, value)))
          }
        >
          <option value="">Choose…</option>
          {furtherCollections(policy).map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
          <option value={OWN}>One of your own</option>
        </select>
      </label>
    </>
  );
}
