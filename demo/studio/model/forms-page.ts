// A page with a form for each collection of a design, as a Customer's own would take what it takes.
import { collectionsOf, dataItemsOf } from './collections.ts';
import type { GivenPolicy } from './design.ts';
import { escaped } from './page.ts';

const NONE = '<main><h1>No form yet</h1><p>Add one under “What your forms take”.</p></main>';

const TYPES: Readonly<Record<string, string>> = {
  email: 'email',
  password: 'password',
  website: 'url',
};

export function formsPage(policy: GivenPolicy): string {
  const items = dataItemsOf(policy);
  const forms = collectionsOf(policy).map(([id, { name, data }]) => {
    const fields = data.map((item) => {
      const label = escaped(items[item]?.name ?? item);
      return `<p><label>${label}<br><input type="${TYPES[item] ?? 'text'}" name="${escaped(item)}"></label></p>`;
    });
    return `<form><h2>${escaped(name)}</h2>${fields.join('')}
<div data-consent-notice="${escaped(id)}"></div><p><button type="submit">Send</button></p></form>`;
  });
  return forms.length > 0 ? `<main>${forms.join('')}</main>` : NONE;
}
