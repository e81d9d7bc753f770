// The preferences on a real page: what is saved, who may save, and where the focus goes.
import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { AskHost } from '../../core/ask/ask.ts';
import { type Answer, type ChoiceSource, grantsBy } from '../../core/choice/choice.ts';
import { createUi } from '../../english/ui.ts';
import {
  answers,
  ask,
  consent,
  control,
  dialog,
  find,
  judged,
  on,
  open,
  openPanel,
  PURPOSES,
  policy,
  press,
  question,
  refusals,
  root,
  SERVICES,
  switchOf,
  views,
} from '../fakes.ts';

const labelOf = (id: string) => switchOf(id).labels?.[0] as HTMLElement;
/** A fold by the words of its summary. */
const fold = (words: RegExp) =>
  [...root.querySelectorAll('details')].find((each) =>
    words.test(each.querySelector('summary')?.textContent ?? ''),
  ) as HTMLDetailsElement;

async function openServices(): Promise<void> {
  await userEvent.click(page.elementLocator(fold(/^Services/).firstElementChild as HTMLElement));
}

beforeEach(() => page.viewport(1280, 800));

test('L-12 every optional switch starts off', async () => {
  await openPanel();
  for (const id of [...PURPOSES, ...SERVICES]) expect(switchOf(id).checked).toBe(false);
  expect(switchOf('necessary')).toMatchObject({ checked: true, disabled: true });
});

test('L-20 each set of switches is saved as exactly that set', async () => {
  for (let set = 0; set < 2 ** SERVICES.length; set++) {
    await openPanel();
    const wanted = SERVICES.filter((_id, bit) => set & (1 << bit));
    if (set % 2) await userEvent.click(page.elementLocator(switchOf('analytics')));
    if (!fold(/^Services/).open) await openServices();
    for (const id of wanted) await userEvent.click(page.elementLocator(switchOf(id)));
    const shown = Array.from(root.querySelectorAll<HTMLInputElement>('input:checked'), (input) =>
      String(input.dataset['purpose'] ?? input.dataset['service']),
    );
    await press('save');
    const saved = answers.at(-1) as Answer;
    expect(saved.source).toBe('custom');
    expect(on(saved).toSorted()).toEqual([...(set % 2 ? ['analytics'] : []), ...wanted].toSorted());
    expect(shown.filter((id) => id !== 'necessary').toSorted()).toEqual(on(saved).toSorted());
  }
});

test('a press on a name turns its switch', async () => {
  await openPanel();
  await userEvent.click(page.elementLocator(labelOf('social')));
  expect(switchOf('social').checked).toBe(true);
  expect(switchOf('youtube').checked).toBe(true);
});

test('the keyboard turns a switch', async () => {
  await openPanel();
  switchOf('analytics').focus();
  await userEvent.keyboard(' ');
  expect(switchOf('analytics').checked).toBe(true);
});

test('F-43 a script cannot turn a switch on, nor through its label', async () => {
  await openPanel();
  switchOf('analytics').click();
  labelOf('social').click();
  expect(switchOf('analytics').checked).toBe(false);
  expect(switchOf('social').checked).toBe(false);
  expect(refusals.map(([action]) => action)).toEqual(['switch', 'switch']);
  await press('save');
  expect(on(answers[0] as Answer)).toEqual([]);
});

test('F-43 a script cannot save what it adds, but what it takes away', async () => {
  await openPanel({ state: { ...grantsBy(policy, () => true), decided: true } });
  switchOf('social').click();
  control('save').click();
  expect(on(answers[0] as Answer)).toEqual(['analytics']);
  await openPanel();
  await userEvent.click(page.elementLocator(switchOf('analytics')));
  control('save').click();
  expect(answers).toHaveLength(1);
  expect(refusals).toEqual([['save', 'untrusted']]);
});

test('L-18 withdraw is offered where there is a yes to take back, and a script can press it', async () => {
  await openPanel();
  expect(control('withdraw')).toBeNull();
  await openPanel({ state: { decided: true } });
  expect(control('withdraw')).toBeNull();
  expect(control('reject')).not.toBeNull();
  await openPanel({ state: { ...grantsBy(policy, () => true), decided: true } });
  control('withdraw').click();
  expect(answers).toMatchObject([{ source: 'withdraw', input: 'script' }]);
  expect(on(answers[0] as Answer)).toEqual([]);
});

test.for([
  ['Esc', () => userEvent.keyboard('{Escape}')],
  ['the cross', () => press('close')],
  ['the backdrop', () => userEvent.click(document.documentElement, { position: { x: 2, y: 2 } })],
] as const)('L-11 leaving by %s changes nothing', async ([, leave]) => {
  await openPanel();
  await userEvent.click(page.elementLocator(switchOf('analytics')));
  await leave();
  await expect.poll(dialog).toBeNull();
  expect(answers).toEqual([]);
  await openPanel();
  expect(switchOf('analytics').checked).toBe(false);
});

test('2.4.3 focus goes to the dialog’s heading and back to what opened it', async () => {
  const opener = document.createElement('button');
  document.body.append(opener);
  opener.focus();
  await openPanel({ state: { decided: true }, pending: [] });
  expect(root.activeElement?.localName).toBe('h2');
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => document.activeElement).toBe(opener);
  opener.remove();
});

test('leaving the preferences leads back to the banner it came from', async () => {
  open();
  await press('choose');
  await expect.poll(dialog).not.toBeNull();
  expect(find('.notice')).toBeNull();
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => root.activeElement).toBe(control('choose'));
  expect(views.slice(-2)).toEqual(['preferences', 'banner']);
});

test('an open disclosure and a half-made draft survive a refresh', async () => {
  await openPanel();
  find<HTMLDetailsElement>('details').open = true;
  await userEvent.click(page.elementLocator(switchOf('analytics')));
  ask.show('preferences');
  expect(find<HTMLDetailsElement>('details').open).toBe(true);
  expect(switchOf('analytics').checked).toBe(true);
});

test('without a second layer there is still a way to say no', async () => {
  const lonely = document.createElement('div').attachShadow({ mode: 'open' });
  document.body.append(lonely.host);
  const host: AskHost = {
    question: () => ({ ...question, pending: [], state: { ...question.state, decided: true } }),
    answer: (answer) => void answers.push(answer),
    viewed: () => {},
    isFramed: () => false,
    refused: () => {},
  };
  createUi(lonely, {
    host,
    consent,
    isFair: () => true,
    loadSecondLayer: () => Promise.resolve(null),
  }).show('preferences');
  await expect.poll(() => lonely.querySelector('[data-action=reject]')).not.toBeNull();
  lonely.querySelector<HTMLElement>('[data-action=reject]')?.click();
  expect(answers).toMatchObject([{ source: 'reject-all' }]);
  lonely.host.remove();
});

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

test('where no dialog can be modal the preferences open all the same', async () => {
  const { showModal } = HTMLDialogElement.prototype;
  HTMLDialogElement.prototype.showModal = () => {
    throw new DOMException('not here', 'InvalidStateError');
  };
  await openPanel();
  HTMLDialogElement.prototype.showModal = showModal;
  expect(dialog().open).toBe(true);
});

test('F-45 whoever pressed what was covered finds the preferences on top, and the focus where it was', async () => {
  await openPanel();
  const layer = document.body.appendChild(document.createElement('div'));
  layer.popover = 'manual';
  layer.style.cssText = 'position:fixed;inset:0;width:auto;height:auto;pointer-events:none';
  layer.showPopover();
  judged.isFair = () => false;
  const accept = dialog().querySelector('[data-action=accept]') as HTMLElement;
  await userEvent.click(page.elementLocator(accept));
  expect(dialog().textContent).toContain('Please press again');
  layer.style.pointerEvents = 'auto';
  const { x, y } = accept.getBoundingClientRect();
  expect(document.elementFromPoint(x + 9, y + 9)).toBe(root.host);
  expect(root.activeElement).toBe(accept);
  layer.remove();
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

test('L-20 a folded summary counts the services that are on, as they are turned', async () => {
  await openPanel();
  await openServices();
  await userEvent.click(page.elementLocator(switchOf('youtube')));
  const { open: isOpen } = fold(/^Services: 1 of 4 on$/);
  expect(isOpen).toBe(true);
  await userEvent.click(page.elementLocator(switchOf('social')));
  expect(fold(/^Services: 4 of 4 on$/).open).toBe(true);
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

test.each([
  [390, 844],
  [320, 256],
  [844, 390],
  [1280, 800],
])('2.5.5 at %i × %i all that can be pressed has 44 px, and nothing runs out', async (...size) => {
  await page.viewport(...size);
  await openPanel({ state: { ...grantsBy(policy, () => true), decided: true } });
  for (const each of root.querySelectorAll('details')) each.open = true;
  const { left, right, bottom } = dialog().getBoundingClientRect();
  for (const each of root.querySelectorAll('dialog *')) {
    const box = each.getBoundingClientRect();
    expect(box.left, each.outerHTML).toBeGreaterThanOrEqual(left);
    expect(box.right, each.outerHTML).toBeLessThanOrEqual(right);
  }
  for (const each of root.querySelectorAll('dialog :is(button, input, summary)')) {
    const { width, height } = each.getBoundingClientRect();
    expect(Math.min(width, height), each.outerHTML).toBeGreaterThanOrEqual(44);
  }
  expect(bottom).toBeLessThanOrEqual(size[1]);
});

test('1.4.10 at 400 % zoom all of the sheet scrolls, the answers with it', async () => {
  await page.viewport(320, 256);
  await openPanel();
  const sheet = find('.sheet');
  expect(sheet.scrollHeight).toBeGreaterThan(sheet.clientHeight);
  for (const each of sheet.querySelectorAll('*')) {
    expect(getComputedStyle(each).position).not.toMatch(/sticky|fixed/);
  }
});

test('4.1.3 a press that did not count is said in a status that was there before its words', async () => {
  await openPanel();
  await userEvent.click(page.elementLocator(switchOf('analytics')));
  const status = find('dialog [role=status]');
  expect(status.textContent).toBe('');
  judged.isFair = () => false;
  await press('save');
  expect(status.textContent).toContain('Please press again');
  const speaking = [...root.querySelectorAll('[role=status]')].filter((each) => each.textContent);
  expect(speaking).toEqual([status]);
  expect(answers).toEqual([]);
});
