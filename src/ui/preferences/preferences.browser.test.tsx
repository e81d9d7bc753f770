// The preferences on a real page: what is saved, and who may save.
import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { AskHost } from '../../core/ask/ask.ts';
import { type Answer, grantsBy } from '../../core/choice/choice.ts';
import { createUi } from '../../worded/ui.ts';
import {
  answers,
  ask,
  consent,
  control,
  dialog,
  find,
  fold,
  judged,
  on,
  openPanel,
  PURPOSES,
  policy,
  press,
  question,
  refusals,
  root,
  SERVICES,
  switchOf,
} from '../fakes.ts';

const labelOf = (id: string) => switchOf(id).labels?.[0] as HTMLElement;
async function openServices(): Promise<void> {
  await userEvent.click(page.elementLocator(fold(/^Services/).firstElementChild as HTMLElement));
}

beforeEach(() => page.viewport(1280, 800));

test('L-12 every optional switch starts off', async () => {
  await openPanel();
  for (const id of [...PURPOSES, ...SERVICES]) expect(switchOf(id).checked).toBe(false);
  expect(switchOf('necessary')).toMatchObject({ checked: true, disabled: true });
});

/** As bits: none, one, all, and in the others any two services are on and off in each way. */
const SETS = [0b0000, 0b0001, 0b0111, 0b1011, 0b1101, 0b1110, 0b1111];

test('L-20 a set of switches is saved as exactly that set', async () => {
  expect(SERVICES).toHaveLength(4);
  for (const set of SETS) {
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

const besides = () => userEvent.click(document.documentElement, { position: { x: 2, y: 2 } });

test('a press beside the preferences leaves them, and not where a switch was turned', async () => {
  await openPanel();
  await userEvent.click(page.elementLocator(switchOf('analytics')));
  for (const _time of ['first', 'second']) {
    await besides();
    expect(dialog().open).toBe(true);
    expect(switchOf('analytics').checked).toBe(true);
  }
  await userEvent.click(page.elementLocator(switchOf('analytics')));
  await besides();
  await expect.poll(dialog).toBeNull();
  expect(answers).toEqual([]);
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

test('L-20 a folded summary counts the services that are on, as they are turned', async () => {
  await openPanel();
  await openServices();
  await userEvent.click(page.elementLocator(switchOf('youtube')));
  const { open: isOpen } = fold(/^Services: 1 of 4 on$/);
  expect(isOpen).toBe(true);
  await userEvent.click(page.elementLocator(switchOf('social')));
  expect(fold(/^Services: 4 of 4 on$/).open).toBe(true);
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
