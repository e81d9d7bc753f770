// Asked again: the banner says so and what changed, and answers are about that alone (L-20, L-28, L-32).
import { expect, test } from 'vitest';
import type { Answer } from '../../core/choice/choice.ts';
import { type AskedPurpose, termsOf } from '../../core/policy/terms.ts';
import {
  answers,
  ask,
  control,
  find,
  nothing,
  on,
  open,
  openPanel,
  policy,
  press,
  root,
  views,
} from '../fakes.ts';

test('L-28 L-32 asked again, the person is told what changed, in words', async () => {
  const before = termsOf(policy);
  const analytics = before.purposes['analytics'] as AskedPurpose;
  const social = before.purposes['social'] as AskedPurpose;
  const asked = {
    ...before,
    purposes: {
      ...before.purposes,
      analytics: { ...analytics, data: ['ip', 'page'], retention: 'P13M' },
      social: { ...social, recipients: ['Google'], services: { google: ['ip'] } },
    },
  };
  open({ asked });
  await expect.poll(() => root.querySelector('.change')).not.toBeNull();
  const changes = [...root.querySelectorAll('.change')].map((item) => item.textContent);
  expect(changes).toEqual([
    'New: Domain of this site · Browser and its version · Operating system and its version · Time on each page',
    'Kept for 25 months instead of 13 months',
    'New recipient: Facebook and Pinterest',
    'New service: YouTube (Google), Facebook, and Pinterest',
    'New for Google: Browser and its version · Operating system and its version · Pages you visit',
  ]);
  expect(views).toEqual(['banner']);
});

test('L-20 a no to what is asked again keeps the rest, and all can be taken back beside it', async () => {
  const asked = termsOf(policy);
  const state = { ...nothing, purposes: { ...nothing.purposes, analytics: true }, decidedAt: 0 };
  open({ asked, state, pending: ['social'] });
  await expect.poll(() => control('withdraw')).not.toBeNull();
  expect(find('h2').textContent).toBe('Harbour Post asks for your consent again');
  expect(find('#lead').textContent).toContain('1970');
  await press('reject');
  expect(answers).toMatchObject([{ source: 'reject-all', purposes: { analytics: true } }]);
  open({ asked, state, pending: ['social'] });
  await expect.poll(() => control('withdraw')).not.toBeNull();
  await press('withdraw');
  expect(on(answers[1] as Answer)).toEqual([]);
});

test('where nothing else was granted there is nothing to take back', async () => {
  open({ asked: termsOf(policy), state: { decidedAt: 0 }, pending: ['social'] });
  await expect.poll(() => find('h2')?.textContent).toMatch(/again$/);
  expect(control('withdraw')).toBeNull();
});

test('a Customer’s own words stand on it, but that it asks again is said in ours', async () => {
  const notice = { en: { title: 'Let {controller} count?', lead: 'Say so.', choose: 'More' } };
  const mine = { ...policy, notice };
  open({ policy: mine });
  expect([find('h2').textContent, find('#lead').firstChild?.textContent]).toEqual([
    'Let Harbour Post count?',
    'Say so.',
  ]);
  expect(control('choose').textContent).toBe('More');
  open({ policy: mine, asked: termsOf(policy), state: { decidedAt: 0 } });
  await expect.poll(() => find('h2').textContent).toMatch(/again$/);
  // What changed is told by the second layer, which is not here: no sentence that leads to nothing.
  expect(find('#lead').firstChild?.textContent).toBe('Say so.');
});

test('nobody is told of changes on a first visit', async () => {
  await openPanel();
  open();
  ask.show('banner');
  expect(root.querySelector('.change')).toBeNull();
});
