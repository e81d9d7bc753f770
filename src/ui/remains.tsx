// After a withdrawal: what could not be undone, and a reload where that ends it.
import type { Remains } from '../core/ports.ts';
import { panelTexts } from '../locales/en.ts';
import { Button } from './Button.tsx';
import type { Kit } from './kit.ts';

/** Host and path of a script, without what it was asked for. */
const nameOf = (address: string): string =>
  address === 'inline'
    ? panelTexts.remainsInline
    : address.replace(/^https?:\/\//, '').replace(/[?#].*/, '');

const List = ({ lead, names }: { lead: string; names: readonly string[] }) =>
  names[0] ? (
    <>
      <p>{lead}</p>
      <ul>
        {[...new Set(names)].map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </>
  ) : null;

const RemainsView = ({ remains: { scripts, stored } }: { remains: Remains }) => (
  <section
    class="notice box remains"
    part="remains"
    popover="manual"
    aria-labelledby="remains"
    ref={(section: HTMLElement | null) => section?.showPopover?.()}
  >
    <div class="text" tabIndex={0}>
      <h2 id="remains">{panelTexts.remains}</h2>
      <List lead={panelTexts.remainsScripts} names={scripts.map(nameOf)} />
      <List lead={panelTexts.remainsStored} names={stored} />
    </div>
    <div class="actions">
      {scripts[0] && <Button action="reload">{panelTexts.reload}</Button>}
      <Button action="close" class={scripts[0] ? 'plain' : 'plain wide'}>
        {panelTexts.close}
      </Button>
    </div>
  </section>
);

/** Shown until the person closes it, or chooses anew. */
export function showRemains(kit: Kit, remains: Remains): void {
  const box = document.createElement('div');
  // There before its words are: only then do screen readers speak them, without moving the focus (4.1.3).
  box.setAttribute('role', 'status');
  kit.box.after(box);
  requestAnimationFrame(() => kit.drawIn(box, <RemainsView remains={remains} />));
  document.addEventListener('s9:change', () => box.remove(), { once: true });
  box.addEventListener('click', ({ target }) => {
    const action = (target as Element).closest<HTMLElement>('[data-action]')?.dataset['action'];
    if (action === 'reload') location.reload();
    if (action) box.remove();
  });
}
