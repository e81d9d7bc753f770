// A placeholder over each held frame, kept in step with what the rules hold.
import { panelPart } from 'virtual:s9/words';
import type { HeldFrame } from '../core/ports.ts';
import { panelTexts } from '../locales/en.ts';
import { grantedAnd } from './answers.ts';
import { type Cover, createCover } from './cover.ts';
import type { Frames, Kit } from './kit.ts';
import { Placeholder } from './Placeholder.tsx';
import { mayGrant } from './press.ts';

export function createFrames(kit: Kit, placeholderSheet: CSSStyleSheet): Frames {
  const { host, lang } = kit;
  let covers = new Map<object, Cover>();

  function press(event: MouseEvent, { held, box }: Cover): void {
    const action = (event.target as Element).closest<HTMLElement>('[data-action]')?.dataset[
      'action'
    ];
    if (action === 'choose') kit.open('preferences');
    else if (action && mayGrant(event, action, host)) {
      if (action === 'load-once') host.loadOnce(held);
      else kit.answer('custom', grantedAnd(host.question(), held.missing), event, box);
    }
  }

  function coverFor(held: HeldFrame): Cover {
    const old = covers.get(held.element);
    if (old) return Object.assign(old, { held });
    const cover = createCover(held, [kit.sheet, placeholderSheet]);
    cover.box.addEventListener('click', (event) => press(event, cover));
    return cover;
  }

  function draw(): void {
    const policy = kit.policy(panelPart);
    for (const { box, held } of covers.values()) {
      kit.drawIn(
        box,
        <Placeholder {...{ policy, missing: held.missing, texts: panelTexts, lang }} />,
      );
    }
  }

  return {
    draw,
    cover(frames) {
      const next = new Map(frames.map((held) => [held.element, coverFor(held)]));
      for (const [frame, cover] of covers) if (!next.has(frame)) cover.remove();
      covers = next;
      draw();
    },
  };
}
