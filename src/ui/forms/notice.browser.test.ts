// What a record says of a tick is what stood beside it.
import { afterEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { POLICY } from '../../core/choice/fakes.ts';
import { formParts } from '../../worded/forms.ts';

afterEach(() => document.body.replaceChildren());

const newsletter = () => {
  const { collectionIn } = formParts(async () => null);
  const drawn = collectionIn({ ...POLICY, collections: { newsletter: {} } }, 'newsletter', []);
  const notice = drawn?.draw({
    isFair: () => true,
    isFramed: () => false,
    refused: () => undefined,
    ticked: () => undefined,
  });
  if (!notice) throw new Error('expected a notice');
  document.body.append(notice.box);
  return notice;
};

it('L-25 F-47 the words beside the box are told as they stand there, whoever wrote them', async () => {
  const notice = newsletter();
  const words = document.querySelector('label span');
  if (words) words.textContent = 'Yes to all of it';
  await userEvent.click(page.getByRole('checkbox'));
  const lines = notice.tick()?.text.split('\n') ?? [];
  expect(lines.at(-1)).toBe('Yes to all of it');
  expect(lines.length).toBeGreaterThan(1);
});
