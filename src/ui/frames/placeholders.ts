// A placeholder in the place of each held frame, kept in step with what the rules hold: the Placeholders port.
import type { PlaceholderHost, Placeholders } from '../../core/ask/ask.ts';
import type { IsFair } from '../../core/ask/press.ts';
import { createPlaceholder, type DrawnWith, type Placeholder } from './placeholder.ts';

export interface PlaceholderParts extends DrawnWith {
  /** Judges presses on controls in the shadow roots of these elements. */
  readonly createJudge: (hosts: () => Iterable<Element>) => IsFair;
}

export function createPlaceholders(host: PlaceholderHost, parts: PlaceholderParts): Placeholders {
  let shown = new Map<Element, Placeholder>();
  const hosts = () => [...shown.values()].flatMap((placeholder) => placeholder.hosts());
  const isFair = parts.createJudge(hosts);

  /** What is drawn at once is looked at when it is listed, what comes late when it has come. */
  const watch = () => isFair.watch?.();

  return {
    cover(frames) {
      const next = new Map<Element, Placeholder>();
      for (const held of frames) {
        const { element } = held;
        const placeholder =
          shown.get(element) ?? createPlaceholder(element, host, parts, isFair, watch);
        placeholder.update(held);
        next.set(element, placeholder);
      }
      for (const [frame, placeholder] of shown) if (!next.has(frame)) placeholder.remove();
      shown = next;
      watch();
    },
  };
}
