// Says what came of a press, until the person closes it or chooses anew. Never modal, takes no focus.
import type { ComponentChildren, VNode } from 'preact';
import { panelTexts } from '../locales/en.ts';
import { Button } from './Button.tsx';
import type { Kit } from './kit.ts';

/** An address, or a script written into the page, which has none. */
export const isScript = (name: string): boolean => name === 'inline' || /^https?:/.test(name);

/** Host and path of a script, without what it was asked for; names of what is stored as they are. */
const nameOf = (name: string): string => {
  if (name === 'inline') return panelTexts.remainsInline;
  return isScript(name) ? name.replace(/^https?:\/\//, '').replace(/[?#].*/, '') : name;
};

export const List = ({ lead, names }: { lead: string; names: readonly string[] }) =>
  names[0] ? (
    <>
      <p>{lead}</p>
      <ul>
        {[...new Set(names.map(nameOf))].map((name) => (
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
  readonly children: ComponentChildren;
}

export const Status = ({ part, title, canReload, children }: StatusProps) => (
  <section
    class="notice box remains"
    part={part}
    popover="manual"
    aria-labelledby={part}
    ref={(section: HTMLElement | null) => section?.showPopover?.()}
  >
    <div class="text" tabIndex={0}>
      <h2 id={part}>{title}</h2>
      {children}
    </div>
    <div class="actions">
      {canReload && <Button action="reload">{panelTexts.reload}</Button>}
      <Button action="close" class={canReload ? 'plain' : 'plain wide'}>
        {panelTexts.close}
      </Button>
    </div>
  </section>
);

export function showStatus(kit: Kit, status: VNode): void {
  const box = document.createElement('div');
  // There before its words are: only then do screen readers speak them, without moving the focus (4.1.3).
  box.setAttribute('role', 'status');
  kit.box.after(box);
  requestAnimationFrame(() => kit.drawIn(box, status));
  document.addEventListener('s9:change', () => box.remove(), { once: true });
  box.addEventListener('click', ({ target }) => {
    const action = (target as Element).closest<HTMLElement>('[data-action]')?.dataset['action'];
    if (action === 'reload') location.reload();
    if (action) box.remove();
  });
}
