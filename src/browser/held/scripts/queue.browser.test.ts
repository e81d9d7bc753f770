import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { external, fakeHeld, log, ran, script } from '../fakes.ts';

const { announce, grant, held } = fakeHeld();
let place: HTMLElement;

/** What the page's author wrote stands there, and nothing else. */
const asWritten = (html: string) => {
  const plain = document.createElement('main');
  plain.innerHTML = html;
  return plain.innerHTML;
};

beforeEach(() => {
  globalThis.ran = [];
  place = document.body.appendChild(document.createElement('main'));
  grant([]);
});

afterEach(() => {
  place.remove();
  vi.restoreAllMocks();
  vi.useRealTimers();
  announce.mockReset();
});

it('run once, in document order, inline ones after the external ones before them', async () => {
  place.innerHTML = [
    script('analytics', '', external('1')),
    script('analytics', log('2')),
    script('analytics', '', `${external('3')} defer`),
    script('social', log('not granted')),
    script('analytics', log('4')),
  ].join('');
  grant(['analytics']);
  await expect.poll(ran).toEqual(['1', '2', '3', '4']);
  grant(['analytics']);
  grant([]);
  grant(['analytics']);
  await expect.poll(ran).toEqual(['1', '2', '3', '4']);
  grant(['analytics', 'social']);
  await expect.poll(ran).toEqual(['1', '2', '3', '4', 'not granted']);
});

it('stay where and as they were written, and leave nothing beside them', async () => {
  const html = `<b></b>${script('analytics', log('inline'))}${script('analytics', '', external('external'))}<i></i>`;
  place.innerHTML = html;
  const before = [...place.childNodes];
  grant(['analytics']);
  await expect.poll(ran).toEqual(['inline', 'external']);
  await expect.poll(() => place.innerHTML).toBe(asWritten(html));
  expect([...place.childNodes]).toEqual(before);
});

it('find themselves by document.currentScript, by their id and by their place', async () => {
  place.innerHTML = script(
    'analytics',
    `const me = document.currentScript;
     globalThis.ran.push([me.isConnected, document.getElementById('me') === me, me.dataset.more].join());
     me.parentNode.insertBefore(document.createElement('u'), me)`,
    'id="me" data-more="1"',
  );
  grant(['analytics']);
  await expect.poll(ran).toEqual(['true,true,1']);
  expect([...place.children].map(({ localName }) => localName)).toEqual(['u', 'script']);
});

it('keep their attributes while they run, nonce too', async () => {
  place.innerHTML = script(
    'analytics',
    `const { id, nonce, referrerPolicy, crossOrigin, type } = document.currentScript;
     globalThis.ran.push([id, nonce, referrerPolicy, crossOrigin, type].join())`,
    'id="it" nonce="abc" referrerpolicy="origin" crossorigin="anonymous"',
  );
  grant(['analytics']);
  await expect.poll(ran).toEqual(['it,abc,origin,anonymous,']);
});

it('of type module run as modules', async () => {
  place.innerHTML = script(
    'analytics',
    'globalThis.ran.push(String(import.meta.url.length > 0))',
    'data-type="module"',
  );
  grant(['analytics']);
  await expect.poll(ran).toEqual(['true']);
});

it('tell their load and error to handlers, listeners and attributes of the held element', async () => {
  place.innerHTML = [
    script('analytics', '', `${external('1')} onload="${log('attribute')}"`),
    script(
      'analytics',
      '',
      'data-src="http://127.0.0.1:1/none.js" async onerror="globalThis.ran.push(event.type)"',
    ),
  ].join('');
  place.firstElementChild?.addEventListener('load', () => globalThis.ran.push('listener'));
  grant(['analytics']);
  await expect.poll(() => [...ran()].sort()).toEqual(['1', 'attribute', 'error', 'listener']);
});

it('have their address in src, too, and wait for what they would fetch from', async () => {
  place.innerHTML =
    script('analytics', '', external('1').replace('data-src', 'src')) +
    script('analytics', log('2')) +
    script('analytics', '', 'src="https://pins.example/x.js"');
  grant(['analytics']);
  await expect.poll(ran).toEqual(['1', '2']);
  expect(announce).toHaveBeenCalledTimes(2);
});

it('are held by their type however it is written', async () => {
  place.innerHTML = ['TEXT/PLAIN', ' text/plain', 'text/plain&#10;']
    .map((type, index) => script('analytics', log(`${index}`)).replace('text/plain', type))
    .join('');
  grant(['analytics']);
  await expect.poll(ran).toEqual(['0', '1', '2']);
});

it('that fail, that no browser runs, or that are gone do not stop the rest', async () => {
  vi.spyOn(console, 'error').mockReturnValue();
  place.innerHTML = [
    script('analytics', '', 'data-src="http://127.0.0.1:1/none.js"'),
    script('analytics', '', `${external('legacy')} nomodule`),
    script('analytics', '', `${external('data')} data-type="text/x-handlebars"`),
    script('analytics', '', `${external('basic')} language="vbscript"`),
    script('analytics', log('old'), 'language="JavaScript1.2"'),
    script('analytics', '', `${external('taken out')} id="gone"`),
    script('analytics', log('next')),
  ].join('');
  grant(['analytics']);
  document.getElementById('gone')?.remove();
  await expect.poll(ran).toEqual(['old', 'next']);
});

it('whose host hangs are waited for eight seconds, and not for ever', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  place.innerHTML = script('analytics', '', external('hangs')) + script('analytics', log('next'));
  const append = vi.spyOn(place.firstElementChild as Element, 'before').mockReturnValue();
  grant(['analytics']);
  await vi.advanceTimersByTimeAsync(7999);
  expect(append).toHaveBeenCalled();
  expect(ran()).toEqual([]);
  await vi.advanceTimersByTimeAsync(10);
  expect(ran()).toEqual(['next']);
});

it('withdrawn while others still load do not run', async () => {
  place.innerHTML = script('analytics', '', external('first')) + script('analytics', log('second'));
  grant(['analytics']);
  grant([]);
  await new Promise((resolve) => requestAnimationFrame(resolve));
  grant(['analytics']);
  await expect.poll(ran).toEqual(['first', 'second']);
});

it('that call document.write leave the page standing, and are named', async () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue();
  place.innerHTML = script('analytics', `document.write('gone'); ${log('after')}`);
  grant(['analytics']);
  await expect.poll(ran).toEqual(['after']);
  expect(place.isConnected).toBe(true);
  expect(warn).toHaveBeenCalledWith(expect.stringContaining('document.write()'));
  expect(Object.hasOwn(document, 'write')).toBe(false);
});

it('that are not marked text/plain are left alone', async () => {
  place.innerHTML = '<script data-consent="analytics" type="application/json">{}</script>';
  grant(['analytics']);
  await new Promise((resolve) => requestAnimationFrame(resolve));
  expect(place.querySelector('script')?.type).toBe('application/json');
  expect(announce).not.toHaveBeenCalled();
});

it('L-19 that ran and may not any more are told', async () => {
  place.innerHTML = script('analytics', log('x'));
  grant(['analytics', 'social']);
  await expect.poll(ran).toEqual(['x']);
  expect(held.stillRunning()).toEqual([]);
  grant([]);
  expect(held.stillRunning()).toContain('inline');
});

it('L-19 that ran and have another mark since are told by the one they ran under', async () => {
  const mark = `document.querySelector('main [data-consent]').dataset.consent = 'analytics'`;
  place.innerHTML = script('service:film', `${mark}; ${log('y')}`);
  grant(['analytics', 'social', 'film']);
  await expect.poll(ran).toEqual(['y']);
  grant(['analytics', 'social']);
  expect(held.stillRunning()).toEqual(['inline']);
});

it('of a great many are released without holding up the page', async () => {
  const counting = script('analytics', 'globalThis.count = (globalThis.count ?? 0) + 1');
  const html = counting.repeat(5000);
  place.innerHTML = html;
  const count = () => (globalThis as { count?: number }).count ?? 0;
  // The page has its turn while some have run and others not.
  let turns = 0;
  const takeTurn = (): void => {
    if (count() > 0 && count() < 5000) turns++;
    if (count() < 5000) setTimeout(takeTurn);
  };
  grant(['analytics']);
  takeTurn();
  await expect.poll(count, { timeout: 30_000 }).toBe(5000);
  expect(turns).toBeGreaterThan(0);
  expect(place.childNodes).toHaveLength(5000);
});
