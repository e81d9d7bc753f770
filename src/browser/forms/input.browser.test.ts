// What a record says that a withdrawal came by: never more than the browser vouches for.
import { afterEach, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { inputBy } from './input.ts';

const button = document.createElement('button');

async function pressed(how: () => Promise<unknown>): Promise<Event> {
  document.body.append(button);
  const press = new Promise<Event>((resolve) => (button.onclick = resolve));
  await how();
  return press;
}

afterEach(() => {
  vi.restoreAllMocks();
  button.remove();
});

it('L-25 is what a person pressed with', async () => {
  expect(inputBy(await pressed(() => userEvent.click(button)))).toBe('pointer');
  button.focus();
  const byKey = await pressed(() => (button.focus(), userEvent.keyboard('{Enter}')));
  expect(inputBy(byKey)).toBe('keyboard');
});

it('F-43 of a press that is a while ago it is a script', async () => {
  const press = await pressed(() => userEvent.click(button));
  vi.spyOn(performance, 'now').mockReturnValue(press.timeStamp + 10_000);
  expect(inputBy(press)).toBe('script');
});

it.each([
  ['nothing', undefined],
  ['a word', 'pointer'],
  [
    'what only looks like a press',
    { isTrusted: true, detail: 1, timeStamp: Number.POSITIVE_INFINITY },
  ],
  [
    'what inherits from one',
    Object.create(UIEvent.prototype, {
      isTrusted: { value: true },
      detail: { value: 1 },
      timeStamp: { value: Number.POSITIVE_INFINITY },
    }),
  ],
  ["a script's own click", new MouseEvent('click', { detail: 1 })],
])('F-43 of %s it is a script', (_what, press) => {
  expect(inputBy(press)).toBe('script');
});
