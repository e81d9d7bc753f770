// A moment of collection is shown as the policy has it, completed by the default; or not at all.
import { describe, expect, it } from 'vitest';
import { forms } from '../../policies/social9/forms.ts';
import { POLICY } from '../choice/fakes.ts';
import { checkSettings } from '../settings/check-settings.ts';
import {
  collectionOf,
  type GivenCollections,
  itemOf,
  termsOfCollection,
  withCollections,
} from './collections.ts';
import type { Policy } from './policy.ts';
import type { Fault } from './shape.ts';
import { takesNoMore } from './takes-no-more.ts';

const faultsOf = (collections: unknown, id: string): string[] => {
  const faults: Fault[] = [];
  const policy = { ...POLICY, collections } as GivenCollections;
  const found = collectionOf(policy, forms, id, faults);
  expect(found === null).toBe(faults.length > 0);
  return faults.map(({ path, expected }) => `${path}: ${expected}`);
};

/** What settings make of these collections, and of what else is given. */
const checked = (collections: unknown, policy: object = {}) => {
  const given = { policy: { ...POLICY, ...policy, collections } };
  const { settings, faults } = checkSettings(given, POLICY);
  return {
    policy: settings.policy as GivenCollections,
    paths: faults.map(({ path }) => path),
    purposes: settings.policy.purposes.length,
  };
};

describe('a collection', () => {
  it('of the default is whole, and each that asks says its act', () => {
    for (const id of Object.keys(forms.collections)) expect(faultsOf({}, id)).toEqual([]);
    const { newsletter, contact } = forms.collections;
    expect([newsletter?.consent, contact?.consent]).toEqual([true, undefined]);
  });

  it('takes over what is given, and leaves the rest as it is', () => {
    const policy = { ...POLICY, collections: { newsletter: { retention: 'P1Y' } } };
    expect(collectionOf(policy, forms, 'newsletter', [])).toMatchObject({
      retention: 'P1Y',
      act: 'Send me the newsletter by e-mail',
      recipients: ['controller'],
    });
  });

  it('L-21 that lacks something is named, and is none', () => {
    expect(faultsOf({}, 'raffle')).toEqual(['policy.collections.raffle: to be given']);
    expect(
      faultsOf({ raffle: { name: 'Raffle', data: ['email'], retention: 'P1M' } }, 'raffle'),
    ).toEqual(['policy.collections.raffle.why: to be given']);
    const raffle = {
      name: 'Raffle',
      why: 'To draw',
      data: ['ticket'],
      retention: 'P1M',
      consent: true,
    };
    expect(faultsOf({ raffle }, 'raffle')).toEqual([
      'policy.collections.raffle.act: to be given',
      'policy.collections.raffle.data: keys of dataItems, and ticket is none',
    ]);
  });

  it('called like a method of objects is none', () => {
    expect(faultsOf({}, 'constructor')).toEqual(['policy.collections.constructor: to be given']);
  });

  it('that is faulty is closed, and takes nothing else along', () => {
    const { policy, paths, purposes } = checked({
      newsletter: { retention: 'two years' },
      contact: { retention: 'P2Y' },
    });
    expect(paths).toEqual(['policy.collections.newsletter.retention']);
    expect(purposes).toBe(POLICY.purposes.length);
    expect(collectionOf(policy, forms, 'newsletter', [])).toBeNull();
    expect(collectionOf(policy, forms, 'contact', [])).toMatchObject({ retention: 'P2Y' });
    expect(collectionOf(policy, forms, 'comment', [])).not.toBeNull();
  });

  it.each([
    ['a member that is misspelt', { newsletter: { concent: false } }, 'newsletter.concent'],
    [
      'a consent that ends as it is given',
      { newsletter: { retention: 'P0D' } },
      'newsletter.retention',
    ],
    ['a consent by another word', { newsletter: { consent: 'opt-out' } }, 'newsletter.consent'],
    ['what is none at all', { newsletter: 'yes' }, 'newsletter'],
  ])('%s closes it', (_what, collections, path) => {
    const { policy, paths } = checked(collections);
    expect(paths).toEqual([`policy.collections.${path}`]);
    expect(collectionOf(policy, forms, 'newsletter', [])).toBeNull();
  });

  it('none is shown where it cannot be told what the policy says', () => {
    expect(collectionOf(checked('newsletter').policy, forms, 'contact', [])).toBeNull();
    const { policy } = checked({}, { dataItems: { email: { retention: 'ever' } } });
    expect(collectionOf(policy, forms, 'contact', [])).toBeNull();
  });

  it('is recorded in terms that can be compared with later ones', () => {
    const collection = collectionOf(POLICY, forms, 'newsletter', []);
    if (!collection) throw new Error('no newsletter');
    const asked = termsOfCollection(POLICY, forms, 'newsletter', collection);
    const longer = termsOfCollection(POLICY, forms, 'newsletter', {
      ...collection,
      retention: 'P9Y',
    });
    const id = 'collection:newsletter';
    expect(asked.purposes).toEqual({
      [id]: {
        basis: 'consent',
        data: ['email'],
        recipients: ['controller'],
        retention: 'P2Y',
        services: {},
      },
    });
    expect([takesNoMore(asked, asked, id), takesNoMore(asked, longer, id)]).toEqual([true, false]);
    const policy = { ...POLICY, dataItems: { email: { retention: 'P1M' } } };
    expect(
      termsOfCollection(policy, forms, 'newsletter', collection).purposes[id]?.retentions,
    ).toEqual({
      email: 'P1M',
    });
  });

  it('and its data have names, the policy’s before the default’s', () => {
    const policy = { ...POLICY, dataItems: { email: { name: 'Address' } } };
    expect(itemOf(policy, forms, 'email')).toEqual({ name: 'Address', short: 'E-mail' });
    expect(itemOf(policy, forms, 'toString')).toBeUndefined();
    const whole = { ...POLICY, collections: { raffle: false } } as unknown as Policy;
    expect(withCollections(whole, forms).collections).toMatchObject({
      raffle: { name: 'raffle' },
      newsletter: { name: 'Newsletter' },
    });
  });
});
