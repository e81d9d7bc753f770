// What a small frame has no room for is said in a dialog; and a picture of the Customer's is shown, of the site alone.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { layOver } from '../../browser/held/cover.ts';
import { openDialog } from '../../browser/held/dialog.ts';
import { pictureOf } from '../../browser/held/picture.ts';
import type { Cover, PlaceholderHost, Placeholders } from '../../core/ask/ask.ts';
import { social9 } from '../../policies/social9/policy.ts';
import { createFrames } from '../../worded/frames.ts';

let shown: Placeholders;
let cover: Cover | null;
let done: string[];
let isMeant: boolean;

beforeEach(() => {
  [done, isMeant, cover] = [[], true, { layOver, openDialog, pictureOf }];
  const host = {
    question: () => ({
      policy: social9,
      theme: 'dark',
      look: 'standard',
      state: { purposes: {}, services: {} },
    }),
    isFramed: () => false,
    open: (view: string) => void done.push(view),
    loadOnce: () => void done.push('once'),
    answer: ({ text }: { text: string }) => void done.push(text),
    refused: (...refusal: string[]) => void done.push(`${refusal}`),
  } as unknown as PlaceholderHost;
  const createJudge = () => () => isMeant;
  shown = createFrames(host, { createJudge, loadCover: async () => cover });
});

afterEach(() => {
  shown.cover([]);
  for (const frame of document.querySelectorAll('iframe')) frame.remove();
  expect(document.querySelectorAll('s9-cover')).toHaveLength(0);
  vi.restoreAllMocks();
});

const HELD = { missing: ['social', 'service:youtube'], hosts: ['www.youtube.com'] };

function drawn(width: number, attributes = ''): HTMLIFrameElement {
  const markup = `<iframe width="${width}" height="100" title="Film" ${attributes}></iframe>`;
  document.body.append(document.createRange().createContextualFragment(markup));
  const frame = document.querySelector('iframe') as HTMLIFrameElement;
  shown.cover([{ element: frame, ...HELD }]);
  return frame;
}

const inFrame = (frame: HTMLIFrameElement, selector: string) =>
  frame.contentDocument
    ?.querySelector('s9-placeholder')
    ?.shadowRoot?.querySelector(selector) as HTMLElement;
const dialog = () => document.querySelector('s9-cover')?.shadowRoot?.querySelector('dialog');
const inDialog = (selector: string) =>
  dialog()?.querySelector('s9-placeholder')?.shadowRoot?.querySelector(selector) as HTMLElement;

/** As a person does, by keyboard. */
async function press(control: HTMLElement): Promise<void> {
  control.focus();
  await userEvent.keyboard('{Enter}');
}

async function opened(attributes?: string): Promise<HTMLIFrameElement> {
  const frame = drawn(100, attributes);
  await press(inFrame(frame, '[data-action=open]'));
  await expect.poll(() => dialog()?.matches(':modal')).toBe(true);
  return frame;
}

test('L-22 the control of a small frame opens the whole: who, what, and both ways on', async () => {
  await opened();
  expect(inDialog('.s9').innerText.split('\n').filter(Boolean)).toEqual([
    'Film',
    'YouTube (Google) will receive: IP, browser, system, and pages',
    'Load once',
    'Always load YouTube',
    'Choices',
    'Close',
  ]);
  expect(dialog()?.ariaLabel).toBe('Film');
  expect(inDialog(':focus').role).toBe('group');
  expect(done).toEqual([]);
});

test('from there it loads once, or always with the words on screen as proof', async () => {
  const frame = await opened();
  await press(inDialog('[data-action=load-once]'));
  expect([dialog(), done]).toEqual([undefined, ['once']]);
  await press(inFrame(frame, '[data-action=open]'));
  await expect.poll(() => dialog()?.open).toBe(true);
  await press(inDialog('[data-action=always-allow]'));
  expect(done[1]).toContain('Film\nYouTube (Google) will receive: IP');
  expect(done[1]).not.toContain('Load from');
});

test.for(['{Escape}', 'close'])(
  '%s closes it, answers nothing, and gives the focus back',
  async (way) => {
    const frame = await opened();
    if (way === 'close') await press(inDialog('[data-action=close]'));
    else await userEvent.keyboard(way);
    await expect.poll(() => inFrame(frame, ':focus')?.dataset['action']).toBe('open');
    expect(done).toEqual([]);
  },
);

test('choices are opened in its place', async () => {
  await opened();
  await press(inDialog('[data-action=choose]'));
  expect([dialog(), done]).toEqual([undefined, ['preferences']]);
});

test('F-45 a press there that does not count is said there', async () => {
  await opened();
  isMeant = false;
  await press(inDialog('[data-action=load-once]'));
  expect(done).toEqual(['load-once,covered']);
  expect(inDialog('[role=status]').textContent).toContain('Please press again');
});

test('it goes with its frame, and is not opened by what the frame loads', async () => {
  const frame = await opened();
  frame.srcdoc = '<p>Please wait';
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => frame.contentDocument?.body.innerText).toBe('Please wait');
  await expect.poll(() => inFrame(frame, '.one')?.localName).toBe('button');
  expect(dialog()).toBeUndefined();
  await press(inFrame(frame, '[data-action=open]'));
  await expect.poll(() => dialog()?.open).toBe(true);
  shown.cover([]);
  expect(document.querySelector('s9-cover')).toBeNull();
});

test('a frame laid over has it too', async () => {
  drawn(100, 'sandbox');
  const over = () =>
    document
      .querySelector('s9-cover s9-placeholder, s9-cover')
      ?.shadowRoot?.querySelector('s9-placeholder')
      ?.shadowRoot?.querySelector<HTMLElement>('[data-action=open]');
  await expect.poll(() => over()?.checkVisibility()).toBe(true);
  await press(over() as HTMLElement);
  await expect.poll(() => document.querySelectorAll('s9-cover')).toHaveLength(2);
});

test('where no dialog is to be had, the preferences are opened', async () => {
  cover = null;
  await press(inFrame(drawn(100), '[data-action=open]'));
  await expect.poll(() => done).toEqual(['preferences']);
});

const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

test('L-22 a picture of the site itself is shown, and of nobody else', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const frame = drawn(400, 'style="height: 300px" data-consent-picture="/picture.png"');
  await expect
    .poll(() => inFrame(frame, 'img')?.getAttribute('src'))
    .toBe(`${location.origin}/picture.png`);
  expect(inFrame(frame, 'img').getAttribute('alt')).toBe('');
  expect(warn).not.toHaveBeenCalled();
  for (const address of [
    'https://other.example/a.png',
    '//other.example/a.png',
    PIXEL,
    'http://[',
  ]) {
    shown.cover([]);
    frame.dataset['consentPicture'] = address;
    shown.cover([{ element: frame, ...HELD }]);
    await expect
      .poll(() => warn.mock.lastCall?.join())
      .toContain(`data-consent-picture="${address}"`);
    expect(inFrame(frame, 'img')).toBeNull();
    expect(inFrame(frame, 'h2').checkVisibility()).toBe(true);
  }
});

test('in a small frame the control covers it', async () => {
  const frame = drawn(100, 'data-consent-picture="/picture.png"');
  await expect.poll(() => inFrame(frame, 'img')).not.toBeNull();
  const root = frame.contentDocument?.querySelector('s9-placeholder')?.shadowRoot;
  expect(root?.elementFromPoint(50, 10)?.className).toContain('one');
  expect(getComputedStyle(inFrame(frame, '.one')).backgroundColor).toMatch(/^color\(srgb [^/]*\)$/);
});

test('words on a picture stand on a ground of their own', async () => {
  const frame = drawn(400, 'style="height: 300px" data-consent-picture="/picture.png"');
  await expect.poll(() => inFrame(frame, 'img')).not.toBeNull();
  expect(getComputedStyle(inFrame(frame, '.placeholder')).backgroundColor).toMatch(
    /^color\(srgb [^/]*\)$/,
  );
  const picture = inFrame(frame, 'img').getBoundingClientRect();
  const { width, height } = inFrame(frame, '.placeholder').getBoundingClientRect();
  expect([picture.width, picture.height]).toEqual([400, 300]);
  expect(width * height).toBeLessThan((400 * 300) / 1.5);
  shown.cover([{ element: frame, missing: ['social'], hosts: ['www.facebook.com'] }]);
  expect(inFrame(frame, 'p').textContent).toContain('Facebook will receive');
  expect(inFrame(frame, 'img').checkVisibility()).toBe(true);
});
