// The main story in WebKitGTK: a page in a page of the same site is not asked, and follows a yes and a no.
import { tagMarkup } from '../../support/markup.ts';
import type { WithApi } from '../../support/public-api.ts';
import { expect, test } from '../../support/webkit.ts';

const INNER = `<!doctype html><html lang="en"><head><title>Inner</title>${tagMarkup()}</head><body>
  <script type="text/plain" data-consent="analytics">(globalThis.ran ??= []).push(1)</script></body></html>`;

/** Runs in the page. */
const lookInside = () => {
  const inside = document.querySelector('iframe')?.contentWindow as
    | (Window & Partial<WithApi> & { ran?: number[] })
    | null;
  return {
    ran: inside?.ran ?? [],
    granted: inside?.social9?.consent.allows('analytics'),
    asks: !!inside?.document.querySelector('s9-consent'),
  };
};

test('a page in a page is not asked, and follows a yes and a no', async ({
  person,
  session,
  world,
}) => {
  world.host.put('/inner', INNER);
  await person.visit('<iframe src="/inner" width="700" height="300" title="Our own"></iframe>');
  const inside = () => session.run(lookInside);
  await expect.poll(inside).toEqual({ ran: [], granted: false, asks: false });
  await person.press('accept');
  await expect.poll(inside).toEqual({ ran: [1], granted: true, asks: false });
  await session.run(() => {
    setTimeout(() => (globalThis as unknown as WithApi).social9.consent.withdraw());
  });
  await expect.poll(inside).toEqual({ ran: [1], granted: false, asks: false });
});
