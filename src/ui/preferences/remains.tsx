// After a withdrawal: what could not be undone, and a reload where that ends it.
import type { Remains } from '../../core/gate/remains.ts';
import type { RemainsWords } from '../../locales/locale.ts';
import { List, Status, showStatus } from '../elements/Status.tsx';
import type { Kit } from '../kit.ts';

export function showRemains(kit: Kit, words: RemainsWords, { scripts, stored }: Remains): void {
  const { actions } = kit.locale;
  const { title, inline } = words;
  showStatus(
    kit,
    <Status part="remains" title={title} canReload={!!scripts[0]} words={actions}>
      <List lead={words.scripts} names={scripts} inline={inline} />
      <List lead={words.stored} names={stored} inline={inline} />
    </Status>,
  );
}
