// The main story in WebKitGTK: held without the tick, sent once with the number of its record.
import { expect, test } from '../../support/webkit.ts';
import type { Session } from '../../support/webkit-driver.ts';
import { newsletter, sentTo } from './forms.ts';

interface Form {
  readonly isTicked: boolean | undefined;
  readonly told: string | undefined;
}

const lookAt = (session: Session): Promise<Form> =>
  session.run(() => {
    const root = document.querySelector('[data-consent-notice]')?.shadowRoot;
    return {
      isTicked: root?.querySelector<HTMLInputElement>('[type=checkbox]')?.checked,
      told: root?.querySelector('[role=status]')?.textContent ?? undefined,
    };
  });

test('L-11 L-18 a form is held until a person has ticked it, and sent once with its record', async ({
  person,
  session,
  world,
}) => {
  world.host.put('/subscribe', '<p id="thanks">Thank you</p>');
  await person.visit(newsletter());
  await person.press('reject');
  await expect.poll(() => lookAt(session)).toMatchObject({ isTicked: false });
  const submit = () =>
    session.run(() => {
      const field = document.querySelector('[name=email]') as HTMLInputElement;
      field.value = 'ann@example.com';
      field.form?.requestSubmit();
    });
  await submit();
  await expect.poll(async () => (await lookAt(session)).told).toMatch(/once you tick this box/);
  expect(sentTo(world.host)).toEqual([]);
  // Held, the form has given the focus to its box.
  await session.key(' ');
  await expect.poll(() => lookAt(session)).toMatchObject({ isTicked: true });
  await submit();
  await expect.poll(() => session.run(() => document.getElementById('thanks') !== null)).toBe(true);
  await expect
    .poll(person.records)
    .toMatchObject([{ source: 'reject-all' }, { source: 'collection', input: 'keyboard' }]);
  const consent = (await person.records())[1]?.recordId;
  expect(sentTo(world.host)).toEqual([{ email: 'ann@example.com', consent }]);
});
