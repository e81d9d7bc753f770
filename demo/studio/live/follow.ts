// Tokens are followed as they are set; anything else needs the page anew.
import type { Design } from '../model/design.ts';
import { cssOf } from '../model/page.ts';
import { pageIn } from './frame.ts';

export function follow(frame: HTMLIFrameElement | null, design: Design): void {
  const root = frame && pageIn(frame)?.documentElement;
  const sheet = root?.querySelector('style[data-tokens]');
  if (!root || !sheet || sheet.textContent === cssOf(design)) return;
  sheet.textContent = cssOf(design);
  // The widget looks anew where the page's own elements change.
  root.dataset['turn'] = String(Number(root.dataset['turn'] ?? 0) + 1);
}
