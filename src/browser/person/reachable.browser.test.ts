import { expect, it } from 'vitest';
import { keepReachable } from './reachable.ts';

const element = () => document.body.appendChild(document.createElement('s9-test'));
const attributes = (each: Element) => each.getAttributeNames();
const next = () => new Promise((resolve) => setTimeout(resolve));

it('what a dialog of the page writes on it is gone at once, and nothing else', async () => {
  const kept = element();
  kept.setAttribute('inert', '');
  kept.className = 'x';
  keepReachable(kept);
  expect(attributes(kept)).toEqual(['class']);
  for (let i = 0; i < 3; i++) {
    kept.setAttribute('inert', '');
    kept.setAttribute('aria-hidden', 'true');
    await next();
    expect(attributes(kept)).toEqual(['class']);
  }
  kept.remove();
});

it('a page that insists wins', async () => {
  const kept = element();
  keepReachable(kept);
  const insists = new MutationObserver(
    () => kept.hasAttribute('aria-hidden') || kept.setAttribute('aria-hidden', 'true'),
  );
  insists.observe(kept, { attributes: true });
  kept.setAttribute('aria-hidden', 'true');
  await expect.poll(() => attributes(kept)).toEqual(['aria-hidden']);
  await next();
  expect(attributes(kept)).toEqual(['aria-hidden']);
  insists.disconnect();
  kept.remove();
});
