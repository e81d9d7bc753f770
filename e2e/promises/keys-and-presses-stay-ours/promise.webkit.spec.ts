// The main story in WebKitGTK: a page that takes every key takes none of ours, and Tab alone leads to an answer.
import { expect, test } from '../../support/webkit.ts';
import type { Session } from '../../support/webkit-driver.ts';

const [TAB, ENTER, ESCAPE] = ['\uE004', '\uE007', '\uE00C'] as const;

const GREEDY = `<script>
  window.taken = [];
  for (const type of ['keydown', 'keypress', 'keyup']) {
    addEventListener(type, (event) => {
      if (event.target.localName === 's9-consent') taken.push(type);
      event.preventDefault();
      event.stopImmediatePropagation();
    }, true);
  }
</script>`;

/** Whether there was one to give it to. */
const focus = (session: Session, action: string): Promise<boolean> =>
  session.run((name) => {
    const root = document.querySelector('s9-consent')?.shadowRoot;
    const control = [...(root?.querySelectorAll<HTMLElement>(`[data-action="${name}"]`) ?? [])];
    const seen = control.find((each) => each.checkVisibility());
    seen?.focus();
    return root?.activeElement === seen && !!seen;
  }, action);

const focused = (session: Session): Promise<string | null> =>
  session.run(() => {
    const root = document.querySelector('s9-consent')?.shadowRoot;
    return root?.activeElement?.getAttribute('data-action') ?? null;
  });

test('2.1.1 keys that the window takes on the way down are ours on our controls', async ({
  person,
  session,
}) => {
  await person.visit(GREEDY);
  await expect.poll(() => focus(session, 'choose')).toBe(true);
  await session.key(' ');
  await expect.poll(() => person.sees('save')).toBe(true);
  await session.key(ESCAPE);
  await expect.poll(() => person.sees('save')).toBe(false);
  await expect.poll(() => focused(session)).toBe('choose');
  expect(await focus(session, 'reject')).toBe(true);
  await session.key(ENTER);
  await expect.poll(person.records).toMatchObject([{ source: 'reject-all', input: 'keyboard' }]);
  const taken = await session.run(() => (globalThis as unknown as { taken: string[] }).taken);
  expect(taken).toEqual([]);
});

test('2.1.1 Tab leads from the page to an answer, and the focus stays in the page', async ({
  person,
  session,
}) => {
  await person.visit('<button>First</button>');
  await expect.poll(() => person.sees('accept')).toBe(true);
  await session.run(() => document.querySelector('button')?.focus());
  const next = async (): Promise<string | null> => {
    await session.key(TAB);
    return focused(session);
  };
  await expect.poll(next, { intervals: [0] }).toBe('reject');
  await session.key(ENTER);
  await expect.poll(person.records).toMatchObject([{ source: 'reject-all', input: 'keyboard' }]);
  await expect.poll(() => person.sees('reject')).toBe(false);
  expect(await session.run(() => document.hasFocus())).toBe(true);
});
