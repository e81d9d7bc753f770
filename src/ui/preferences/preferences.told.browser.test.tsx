// What the preferences say: of the answer, of each purpose, of who receives what, and of rights.
import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { type ChoiceSource, grantsBy } from '../../core/choice/choice.ts';
import { ask, dialog, find, fold, open, openPanel, policy, root, SERVICES } from '../fakes.ts';

beforeEach(() => page.viewport(1280, 800));

test('the preferences say when nothing can be kept, and when an opt-out is honoured', async () => {
  await openPanel({ state: { signals: { gpc: true }, storage: 'memory' } });
  expect(dialog().textContent).toContain('Global Privacy Control');
  expect(dialog().textContent).toContain('does not let the site store your answer');
});

test('the preferences say how long a yes and a no count', async () => {
  await openPanel({ validFor: { granted: 'P3M', denied: 'P1Y' } });
  expect(dialog().textContent).toContain('A yes counts for 3 months, a no for 1 year.');
});

test.for([
  ['post@harbour.example', 'mailto:post@harbour.example'],
  ['mailto:post@harbour.example', 'mailto:post@harbour.example'],
  ['https://harbour.example/contact', 'https://harbour.example/contact'],
  ['/contact', '/contact'],
  ['Quay 1, Harbour', null],
  ['javascript:alert(1)//@x', null],
  ['post@harbour.example?bcc=all@harbour.example', null],
] as const)('F-42 the contact %s leads to %s', async ([contact, href]) => {
  await openPanel({ policy: { ...policy, controller: { name: 'Harbour Post', contact } } });
  expect(dialog()?.textContent).toContain(contact);
  const links = Array.from(root.querySelectorAll('.about a'));
  const link = links.find(({ textContent }) => textContent === contact);
  expect(link?.getAttribute('href') ?? null).toBe(href);
});

test('L-21 what a purpose takes is told whole: each item’s own time, linked visits, parameters', async () => {
  const purposes = policy.purposes.map((purpose) => ({
    ...purpose,
    retentions: { ip: 'P1M' },
    visitors: 'id' as const,
    queryParameters: ['size', 'colour'],
  }));
  await openPanel({ policy: { ...policy, purposes } });
  const [, analytics] = root.querySelectorAll('.switches > li');
  for (const told of ['IP address: 1 month', 'size · colour', 'by a random number']) {
    expect(analytics?.textContent).toContain(told);
  }
  open({ policy: { ...policy, purposes } });
  for (const told of ['IP address: 1 month', 'size · colour', 'by a random number']) {
    expect(find('.banner').textContent).toContain(told);
  }
});

const NOON_MS = Date.UTC(2026, 2, 3, 12);

/** What the row at the top says of a choice. */
async function said(granted: readonly string[], source: ChoiceSource = 'custom'): Promise<string> {
  ask.show(null);
  await openPanel({
    state: {
      ...grantsBy(policy, (_kind, id) => granted.includes(id)),
      decided: true,
      decidedAt: NOON_MS,
      expiresAt: Date.UTC(2026, 8, 3, 12),
      source,
    },
  });
  return find('.state p').textContent;
}

test('L-18 the preferences say what was answered, when, and until when it counts', async () => {
  await openPanel();
  expect(find('.state').textContent).toBe('You have not answered yet. ');
  const when = 'You answered on March 3, 2026. That counts until September 3, 2026. ';
  expect(await said([])).toBe(`${when}Yes to nothing but what is always on`);
  expect(await said(['analytics'])).toBe(`${when}Yes to: Visit statistics`);
  expect(await said(['social', ...SERVICES])).toBe(`${when}Yes to: Social media`);
});

test('L-20 of a yes to some of the services those are named, and shown', async () => {
  expect(await said(['youtube'])).toContain('Yes to: YouTube (Google)');
  expect(fold(/^Services: 1 of 4 on$/).open).toBe(true);
  expect(await said(['social', 'youtube'])).toContain('Yes to: Social media (YouTube (Google))');
  expect(await said(['social', ...SERVICES])).not.toContain('YouTube');
  expect(fold(/^Services: 4 of 4 on$/).open).toBe(false);
});

test('L-43 a signal is not said to be an answer of the person', async () => {
  expect(await said([], 'signal')).toBe(' Yes to nothing but what is always on');
});

test('L-21 what services of one company take, and its privacy policy, stand there once', async () => {
  await openPanel();
  const links = [...root.querySelectorAll('.services a')].map(({ textContent }) => textContent);
  expect(links).toEqual([
    'Privacy policy of Google and YouTube (Google)',
    'Privacy policy of Facebook',
    'Privacy policy of Pinterest',
  ]);
  expect(root.querySelectorAll('.services p')).toHaveLength(3);
});

test('1.3.1 purposes and what follows are headings; nothing of it is a landmark of the page', async () => {
  await openPanel();
  expect([...root.querySelectorAll('dialog h3')].map(({ textContent }) => textContent)).toEqual([
    ...policy.purposes.map(({ name }) => name),
    'Who is responsible',
    'Your rights',
  ]);
  expect(root.querySelector('dialog :is(header, footer, nav, main, aside, section)')).toBeNull();
});
