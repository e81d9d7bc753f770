// A placeholder offers what can be released, and nothing else.
import { afterEach, expect, it, vi } from 'vitest';
import type { PlaceholderHost } from '../../../core/ask/ask.ts';
import { POLICY } from '../../../core/choice/fakes.ts';
import type { HeldFrame } from '../../../core/gate/held.ts';
import { coverFrames } from './cover-frames.ts';

const place = document.body.appendChild(document.createElement('main'));
afterEach(() => place.replaceChildren());

/** Frames that get a placeholder before any choice, by their titles. */
function covered(html: string): readonly string[] {
  place.innerHTML = html;
  const cover = vi.fn<(frames: readonly HeldFrame[]) => void>();
  const state = { purposes: {}, services: {} };
  const host = { question: () => ({ policy: POLICY, state }) } as unknown as PlaceholderHost;
  coverFrames(host, { cover } as never)([...place.querySelectorAll('iframe')]);
  return (cover.mock.calls[0]?.[0] ?? []).map(({ element }) => (element as HTMLElement).title);
}

it('F-52 a frame that is refused is not offered', () => {
  const frame = (title: string, id: string, address: string) =>
    `<iframe title="${title}" data-consent="${id}" data-src="${address}"></iframe>`;
  expect(
    covered(
      frame('film', 'social', 'https://film.example/1') +
        frame('unknown', 'other', '//film.example/1') +
        frame('script', 'social', ' JavaScript:alert(1)') +
        frame('data', 'social', 'data:text/html,x') +
        frame('unasked', 'necessary', 'https://film.example/1') +
        frame('for nothing', '', 'https://film.example/1'),
    ),
  ).toEqual(['film', 'unknown']);
});
