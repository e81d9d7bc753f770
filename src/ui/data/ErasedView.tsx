// After an erasure: what is gone, who was told, and what could not be deleted.
import type { Erased } from '../../core/rights/exported.ts';
import type { ActionWords, DataWords, RemainsWords } from '../../locales/locale.ts';
import { isScript, List, Status } from '../elements/Status.tsx';

interface ErasedProps {
  readonly erased: Erased;
  readonly words: DataWords;
  readonly inline: RemainsWords['inline'];
  readonly actions: ActionWords;
}

export const ErasedView = ({ erased: { remains, told }, words, inline, actions }: ErasedProps) => (
  <Status part="erased" title={words.erased} canReload={remains.some(isScript)} words={actions}>
    {told > 0 && <p>{words.told}</p>}
    <List lead={words.remains} names={remains} inline={inline} />
  </Status>
);
