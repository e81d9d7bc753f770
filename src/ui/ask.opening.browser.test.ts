// What somebody pressed for and what its file keeps waiting: said in place, and where it does not come.
import { beforeEach, expect, test } from 'vitest';
import { createSecondLayer } from '../worded/preferences.ts';
import { createUi } from '../worded/ui.ts';
import {
  answers,
  consent,
  control,
  dialog,
  find,
  host,
  press,
  questionOf,
  root,
  turnTo,
  views,
} from './fakes.ts';
import type { CreateSecondLayer } from './kit.ts';

const made = createSecondLayer(
  async () => null,
  () => undefined,
);
let come: (layer: CreateSecondLayer | null) => void;
let slowly: ReturnType<typeof createUi>;
const said = () => find('[role=status]').textContent;

beforeEach(() => {
  slowly = createUi(root, {
    host,
    consent,
    isFair: () => true,
    loadSecondLayer: () => new Promise((resolve) => (come = resolve)),
  });
  slowly.show('banner');
});

const OPENING = 'One moment: this is being opened.';
const UNOPENED = 'This could not be opened. Please try again.';

test('4.1.3 2.4.3 “Choose” says at once that it is being opened, and the focus follows when it has come', async () => {
  control('choose').focus();
  await press('choose');
  await expect.poll(said).toBe(OPENING);
  expect(find('.banner .remark').textContent).toBe(OPENING);
  expect(root.activeElement).toBe(control('choose'));
  come(made);
  await expect.poll(dialog).not.toBeNull();
  expect(root.activeElement?.localName).toBe('h2');
  expect(find('dialog').textContent).not.toContain(OPENING);
  await press('close');
  expect(root.activeElement).toBe(control('choose'));
  expect(said()).toBe('');
});

test('F-34 where it does not come that is said, and the next press tries again', async () => {
  await press('choose');
  await expect.poll(said).toBe(OPENING);
  come(null);
  await expect.poll(said).toBe(UNOPENED);
  expect(find('.banner .remark').textContent).toBe(UNOPENED);
  await press('choose');
  await expect.poll(said).toBe(OPENING);
  come(made);
  await expect.poll(dialog).not.toBeNull();
});

test('L-13 a no meanwhile is one, and what comes then is not shown', async () => {
  await press('choose');
  await expect.poll(said).toBe(OPENING);
  await press('reject');
  expect(answers).toMatchObject([{ source: 'reject-all' }]);
  come(made);
  await new Promise(requestAnimationFrame);
  expect(dialog()).toBeNull();
});

test('what is there already is opened without a word of it', async () => {
  await press('choose');
  come(made);
  await expect.poll(dialog).not.toBeNull();
  await press('close');
  const heard: unknown[] = [];
  new MutationObserver(() => heard.push(said())).observe(find('[role=status]'), {
    childList: true,
    characterData: true,
    subtree: true,
  });
  await press('choose');
  await expect.poll(dialog).not.toBeNull();
  await new Promise(requestAnimationFrame);
  expect(heard.filter((each) => each === OPENING)).toEqual([]);
});

test('F-34 where “Your data” does not come the preferences stay, and say so', async () => {
  turnTo({});
  expect(questionOf().pending).not.toEqual([]);
  await press('choose');
  come(made);
  await expect.poll(dialog).not.toBeNull();
  await press('data');
  await expect.poll(() => find('dialog [role=status]').textContent).toBe(UNOPENED);
  expect(views.at(-1)).toBe('preferences');
});

test('it is told when a view is on screen, to who presses for it twice too', async () => {
  const shown = slowly.show('preferences');
  const again = slowly.show('preferences');
  const heard: string[] = [];
  void Promise.resolve(again).then(() => heard.push('again'));
  await new Promise(requestAnimationFrame);
  expect(heard).toEqual([]);
  come(made);
  await Promise.all([shown, again]);
  expect(dialog()).not.toBeNull();
  expect(views.filter((view) => view === 'preferences')).toHaveLength(1);
});
