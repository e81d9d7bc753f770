// Says what came of a press, until the person closes it or chooses anew. Never modal, takes no focus.

import { type ComponentChildren, render, type VNode } from 'preact';
import { own } from '../../core/own.ts';
import type { ActionWords } from '../../locales/locale.ts';
import type { Kit } from '../kit.ts';
import { raise } from '../top-layer.ts';
import { actionOf } from './actions.ts';
import { Button } from './Button.tsx';

/** An address, or a script written into the page, which has none. */
export const isScript = (name: string): boolean => name === 'inline' || /^https?:/.test(name);

/** Host and path of a script, without what it was asked for; names of what is stored as they are. */
const nameOf = (name: string, inline: string): string => {
  if (name === 'inline') return inline;
  return isScript(name) ? name.replace(/^https?:\/\//, '').replace(/[?#].*/, '') : name;
};

interface ListProps {
  readonly lead: string;
  readonly names: readonly string[];
  /** What a script without an address is called. */
  readonly inline: string;
}

export const List = ({ lead, names, inline }: ListProps) =>
  names[0] ? (
    <>
      <p>{lead}</p>
      <ul>
        {[...new Set(names.map((name) => nameOf(name, inline)))].map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </>
  ) : null;

interface StatusProps {
  readonly part: string;
  readonly title: string;
  /** A reload ends what still runs. */
  readonly canReload: boolean;
  readonly words: ActionWords;
  readonly children: ComponentChildren;
}

export const Status = ({ part, title, canReload, words, children }: StatusProps) => (
  <section
    class="banner box remains"
    part={part}
    popover="manual"
    aria-labelledby={part}
    ref={(section: HTMLElement | null) => {
      if (section?.parentElement) raise(section.parentElement);
    }}
  >
    <div class="text" tabIndex={0}>
      <h2 id={part}>{title}</h2>
      {children}
    </div>
    <div class="actions">
      {canReload && <Button action="reload">{words.reload}</Button>}
      <Button action="close" class={canReload ? 'plain' : 'plain wide'}>
        {words.close}
      </Button>
    </div>
  </section>
);

export function showStatus(kit: Kit, status: VNode): void {
  const box = kit.createBox();
  // There before its words are: only then do screen readers speak them, without moving the focus (4.1.3).
  box.setAttribute('role', 'status');
  requestAnimationFrame(() => render(status, box));
  own(document).addEventListener('s9:change', () => box.remove(), { once: true });
  kit.hear(box, (press) => {
    const action = actionOf(press);
    if (action === 'reload') location.reload();
    if (action) box.remove();
  });
}
