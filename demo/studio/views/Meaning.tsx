// What publishing this would mean for people who have answered.
import { askedAnew } from '../model/what-changes.ts';
import type { InHand } from './use-design.ts';

export function Meaning({ hand }: { readonly hand: InHand }) {
  const anew = askedAnew(hand.published.settings, hand.design.settings);
  return (
    <section class="meaning" role="status" data-meaning={anew.length > 0 ? 'asks' : 'silent'}>
      <p>
        <b>{anew.length > 0 ? 'Asks everybody again' : 'Asks nobody again'}</b>
        {anew.length > 0 && ', for more is taken than was answered:'}
      </p>
      {anew.length > 0 && (
        <ul>
          {anew.map(({ purpose, because }) => (
            <li key={purpose}>
              {purpose}: {because.join('; ')}
            </li>
          ))}
        </ul>
      )}
      <button type="button" class="button" onClick={hand.publish}>
        This is what people have answered
      </button>
    </section>
  );
}
