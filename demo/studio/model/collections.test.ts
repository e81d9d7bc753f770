// Forms and data items that are edited stay the least a Customer has to write, and what the widget takes.
import { expect, test } from 'vitest';
import {
  collectionsOf,
  dataItemsOf,
  faultsOfCollection,
  furtherCollections,
  withCollection,
  withDataItem,
  withNewCollection,
  withNewDataItem,
  withoutCollection,
  withoutDataItem,
} from './collections.ts';
import { FIRST, settingsInForce } from './design.ts';
import { formsPage } from './forms-page.ts';
import { withPurpose } from './purposes.ts';

const { policy } = FIRST.settings;
const faultsOf = (given: typeof policy) => settingsInForce({ policy: given }).faults;

test('a form of the default policy comes by its id, and goes without a trace', () => {
  const taken = withCollection(policy, 'newsletter');
  expect(taken.collections).toEqual({ newsletter: {} });
  expect(collectionsOf(taken)).toMatchObject([['newsletter', { consent: true, data: ['email'] }]]);
  expect(furtherCollections(taken).map(([id]) => id)).not.toContain('newsletter');
  expect(withoutCollection(taken, 'newsletter')).toEqual(policy);
});

test('a member that is set and taken away again is the default’s', () => {
  const shorter = withCollection(policy, 'newsletter', { retention: 'P1Y' });
  expect(collectionsOf(shorter)[0]?.[1].retention).toBe('P1Y');
  const again = withCollection(shorter, 'newsletter', { retention: undefined });
  expect(collectionsOf(again)[0]?.[1].retention).toBe('P2Y');
});

test('new forms are taken as they come, under ids of their own', () => {
  const two = withNewCollection(withNewCollection(policy));
  expect(collectionsOf(two).map(([id]) => id)).toEqual(['form-1', 'form-2']);
  expect(faultsOf(two)).toEqual([]);
  expect(faultsOfCollection(two, 'form-1')).toEqual([]);
});

test('one that asks for consent without a word for its box is named', () => {
  const asking = withCollection(withNewCollection(policy), 'form-1', { consent: true });
  expect(faultsOfCollection(asking, 'form-1')).toMatchObject([
    { path: 'policy.collections.form-1.act' },
  ]);
});

test('a data item is changed with its name beside it, and as shipped it is not written', () => {
  const shorter = withDataItem(policy, 'email', { retention: 'P1M' });
  expect(shorter.dataItems).toEqual({
    email: { name: 'Your e-mail address', short: 'E-mail', retention: 'P1M' },
  });
  expect(faultsOf(shorter)).toEqual([]);
  expect(withDataItem(shorter, 'email', { retention: undefined })).toEqual(policy);
});

test('one of one’s own is taken by purposes and forms, and leaves both when it goes', () => {
  const own = withNewDataItem(withNewCollection(policy));
  expect(dataItemsOf(own)['item-1']).toEqual({ name: 'A data item of yours' });
  const inForm = withCollection(own, 'form-1', { data: ['email', 'item-1'] });
  const taken = withPurpose(inForm, 'analytics', { data: ['page', 'item-1'] });
  expect(faultsOf(taken)).toEqual([]);
  const without = withoutDataItem(taken, 'item-1');
  expect(JSON.stringify(without)).not.toContain('item-1');
  expect(faultsOf(without)).toEqual([]);
});

test('the page beside has a form for each, and nothing in it runs', () => {
  const taken = withCollection(withCollection(policy, 'newsletter'), 'comment', {
    name: '<img src=x onerror=alert(1)>',
  });
  const page = formsPage(taken);
  expect(page.match(/data-consent-notice="\w+"/g)).toEqual([
    'data-consent-notice="newsletter"',
    'data-consent-notice="comment"',
  ]);
  expect(page).not.toContain('<img');
  expect(formsPage(policy)).toContain('No form yet');
});
