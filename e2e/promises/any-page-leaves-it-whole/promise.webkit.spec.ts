// The main story in WebKitGTK: what the page opens over all of the window goes under the notice.
import { expect, test } from '../../support/webkit.ts';

test('L-30 F-38 a popover over all of the window goes under the notice, and stays open', async ({
  person,
  session,
}) => {
  await person.visit(
    '<div id="over" popover style="width: 100%; height: 100%; margin: 0">Inside</div>',
  );
  await expect.poll(() => person.sees('reject')).toBe(true);
  await session.run(() => document.querySelector<HTMLElement>('#over')?.showPopover());
  const isOnTop = () =>
    session.run(() => {
      const root = document.querySelector('s9-consent')?.shadowRoot;
      const control = root?.querySelector('[data-action="reject"]');
      const { left = 0, top = 0 } = control?.getBoundingClientRect() ?? {};
      return root?.elementFromPoint(left + 9, top + 9) === control;
    });
  await expect.poll(isOnTop).toBe(true);
  expect(await session.run(() => !!document.querySelector('#over:popover-open'))).toBe(true);
  await person.press('reject');
  await expect.poll(person.records).toMatchObject([{ source: 'reject-all' }]);
});
