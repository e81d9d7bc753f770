// The preferences on a real page: what is saved, who may save, and where the focus goes.
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { AskHost } from '../../core/ask/ask.ts';
import { type Answer, grantsBy } from '../../core/choice/choice.ts';
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
  await userEvent.click(page.elementLocator(switchOf('social').closest('label') as HTMLElement));
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
  switchOf('social').closest('label')?.click();
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

test('withdraw is offered once a choice stands, and a script can press it', async () => {
  await openPanel();
  expect(control('withdraw')).toBeNull();
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
  await page.viewport(1280, 800);
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
  expect(find('[role=status]').textContent).toContain('Global Privacy Control');
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
