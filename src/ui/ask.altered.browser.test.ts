// What says no is one, whatever else a page has written on it meanwhile.
import { expect, test } from 'vitest';
import type { Policy } from '../core/policy/policy.ts';
import { answers, control, open, openPanel, policy, press } from './fakes.ts';

const sources = () => answers.map(({ source }) => source);

test('F-43 “Reject all” stays a no, whichever action a page has given it', async () => {
  open();
  const reject = control('reject');
  reject.dataset['action'] = 'accept';
  reject.part = 'accept';
  control('accept').remove();
  await press('accept');
  expect(sources()).toEqual(['reject-all']);
  expect(answers[0]?.purposes).toMatchObject({ analytics: false, social: false });
});

test('F-43 “Accept all” with the words of the no is one', async () => {
  open();
  control('accept').textContent = 'Reject all';
  await press('accept');
  expect(sources()).toEqual(['reject-all']);
});

test('F-43 the words of the no are those of the policy where it has its own', async () => {
  const notice = { en: { accept: 'Agree', reject: 'Refuse' } };
  const own: Policy = { ...policy, notice };
  open({ policy: own });
  control('accept').textContent = 'Refuse';
  await press('accept');
  expect(sources()).toEqual(['reject-all']);
});

test.for(['accept', 'save'])(
  'F-43 on the preferences “Reject all” stays a no as %s',
  async (action) => {
    await openPanel({ state: { purposes: { necessary: true, analytics: true, social: false } } });
    control(action).remove();
    control('reject').dataset['action'] = action;
    await press(action);
    expect(sources()).toEqual(['reject-all']);
  },
);

test('F-43 what a page has put among ours does nothing, nor does ours what a page has written on it', async () => {
  await openPanel({ state: { purposes: { necessary: true, analytics: false, social: false } } });
  const save = control('save');
  const theirs = save.cloneNode(true) as HTMLElement;
  theirs.textContent = 'Continue';
  save.before(theirs);
  save.dataset['action'] = 'data';
  await press('save');
  expect(answers).toEqual([]);
  theirs.dataset['action'] = 'accept';
  await press('accept');
  expect(answers).toEqual([]);
});

test.for(['accept', 'reject'])(
  'what a browser has translated counts as it did: %s',
  async (action) => {
    open();
    for (const each of ['accept', 'reject']) {
      control(each).innerHTML = `<font><font>${each} in other words</font></font>`;
    }
    await press(action);
    expect(sources()).toEqual([`${action}-all`]);
  },
);
