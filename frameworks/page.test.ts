// The widget is found however it was started, asked each time, followed, waited for; a wrong id is named.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { RUNNING } from '../src/browser/person/outer.ts';
import { answerTo, choices, NOT_YET, onChange } from './page.ts';

const page = globalThis as unknown as Record<PropertyKey, unknown>;

/** As far as it is asked. */
const widget = (granted: readonly string[], decided = true) => ({
  allows: (id: string) => granted.includes(id),
  state: { decided },
  ready: Promise.resolve({
    purposes: { necessary: true, analytics: false, social: true },
    services: { youtube: true },
  }),
  open: vi.fn<(view: string) => Promise<void>>(async () => undefined),
});

const tell = (type: string) => (page['document'] as EventTarget).dispatchEvent(new Event(type));

beforeEach(() => {
  page['document'] = new EventTarget();
});

afterEach(() => {
  Reflect.deleteProperty(page, RUNNING);
  Reflect.deleteProperty(page, 'document');
  vi.restoreAllMocks();
});

test('without a widget nothing is granted, and nothing decided', () => {
  expect(answerTo('analytics')).toBe(NOT_YET);
});

test.for([
  [[], false, { granted: false, decided: false }],
  [[], true, { granted: false, decided: true }],
  [['social', 'service:youtube'], false, { granted: true, decided: false }],
  [['social', 'service:youtube'], true, { granted: true, decided: true }],
  [['social'], true, { granted: false, decided: true }],
] as const)('of %j granted, decided %j', ([granted, decided, answered]) => {
  page[RUNNING] = widget(granted, decided);
  expect(answerTo(' social  service:youtube')).toEqual(answered);
  expect(answerTo('social service:youtube'), 'the same object').toBe(
    answerTo('social service:youtube'),
  );
  expect(Object.isFrozen(answerTo('social'))).toBe(true);
});

test('F-26 what has expired since is no longer granted, though nobody was told', () => {
  const running = widget(['social']);
  page[RUNNING] = running;
  expect(answerTo('social').granted).toBe(true);
  running.allows = () => false;
  expect(answerTo('social').granted).toBe(false);
});

test.for([undefined, null, '', ' \n'])('%j is no id, and said to be none', (given) => {
  expect(() => answerTo(given as string)).toThrow(
    new TypeError(`Social9 Consent: expected ids of the policy, not “${given}”`),
  );
});

test('an id that the policy does not name is named once, and one that it names never', async () => {
  const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  page[RUNNING] = widget([]);
  for (let time = 0; time < 3; time++) answerTo('analytics service:youtube youtube service:social');
  await vi.waitFor(() => expect(error).toHaveBeenCalledTimes(2));
  expect(error.mock.calls.flat()).toEqual([
    'Social9 Consent: expected ids of the policy, not “youtube”',
    'Social9 Consent: expected ids of the policy, not “service:social”',
  ]);
});

test('it hears when the widget is there and of each change, until it stops', () => {
  let count = 0;
  const hear = () => void count++;
  const [stop, stopOther] = [onChange(hear), onChange(hear)];
  tell('s9:ready');
  tell('s9:change');
  tell('s9:open');
  expect(count).toBe(4);
  stop();
  tell('s9:change');
  expect(count).toBe(5);
  stopOther();
  tell('s9:change');
  expect(count).toBe(5);
});

test('an element of the page that is called addEventListener changes nothing', () => {
  Object.assign(page['document'] as object, { addEventListener: 'an element' });
  let count = 0;
  onChange(() => void count++);
  tell('s9:change');
  expect(count).toBe(1);
});

test('a call waits for the widget, and is made once', async () => {
  const running = widget([]);
  const opened = choices.open('preferences');
  tell('s9:change');
  expect(running.open).not.toHaveBeenCalled();
  page[RUNNING] = running;
  tell('s9:ready');
  tell('s9:change');
  await opened;
  expect(running.open.mock.calls).toEqual([['preferences']]);
  await choices.open('data');
  expect(running.open).toHaveBeenLastCalledWith('data');
});
