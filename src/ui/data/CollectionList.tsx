// What was agreed to in forms, each with a way back of its own and a receipt of its own.
import type { Policy } from '../../core/policy/policy.ts';
import type { ExportedCollection } from '../../core/rights/exported.ts';
import type { DataWords } from '../../locales/locale.ts';
import { Button } from '../elements/Button.tsx';
import { fill, instant } from '../speech.ts';

export interface CollectionListProps {
  readonly collections: readonly ExportedCollection[];
  readonly policy: Policy;
  readonly lang: string;
  readonly words: DataWords;
}

/** One that no policy names any more goes by its id. */
export const nameOf = ({ collections }: Policy, id: string): string => {
  const found = collections && Object.hasOwn(collections, id) && collections[id];
  return found ? found.name : id;
};

function Item({
  id,
  granted,
  decidedAt,
  expiresAt,
  ...props
}: ExportedCollection & CollectionListProps) {
  const { policy, lang, words } = props;
  const name = nameOf(policy, id);
  const time = instant(decidedAt, lang);
  return (
    <li data-collection={id}>
      <p>
        <b>{name}</b>
        <time dateTime={new Date(decidedAt).toISOString()}>
          {fill(granted ? words.agreed : words.takenBack, { time })}
        </time>
      </p>
      {granted && <p>{fill(words.until, { time: instant(expiresAt, lang) })}</p>}
      <div class="each">
        <Button action="receipt-one" label={`${words.formReceipt}: ${name}`} class="plain">
          {words.formReceipt}
        </Button>
        {granted && (
          <Button action="withdraw-one" label={`${words.takeBack}: ${name}`} class="plain">
            {words.takeBack}
          </Button>
        )}
      </div>
    </li>
  );
}

export const CollectionList = (props: CollectionListProps) => (
  <ul class="entries">
    {props.collections.map((each) => (
      <Item key={each.id} {...props} {...each} />
    ))}
  </ul>
);
