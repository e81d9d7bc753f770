// The tag is the element our files stand beside, whatever runs its code.
import { afterEach, expect, it, vi } from 'vitest';
import { findTag } from './find-tag.ts';

const scriptAt = (src: string): HTMLScriptElement => {
  const script = document.createElement('script');
  // Not fetched: it is never of a type that runs.
  script.type = 'text/plain';
  if (src) script.src = src;
  return script;
};

const running = (script: HTMLScriptElement): void =>
  void vi.spyOn(Document.prototype, 'currentScript', 'get').mockReturnValue(script);

afterEach(() => {
  document.querySelector('script[src*="s9-consent.js"]')?.remove();
  vi.restoreAllMocks();
});

it('is the script that runs', () => {
  const script = scriptAt('https://cdn.example/renamed.js');
  running(script);
  expect(findTag()).toBe(script);
});

it.each(['blob:https://site.example/0a1b', 'data:text/javascript,0', ''])(
  'is the one of its name where a loader runs it at "%s"',
  (src) => {
    running(scriptAt(src));
    expect(findTag()).toBeNull();
    const tag = document.head.appendChild(scriptAt('/s9-consent.js'));
    expect(findTag()).toBe(tag);
  },
);
