// After an erasure: what is gone, who was told, and what could not be deleted.
import type { Erased } from '../core/rights.ts';
import { dataTexts } from '../locales/en.ts';
import { isScript, List, Status } from './Status.tsx';

export const ErasedView = ({ erased: { remains, told } }: { erased: Erased }) => (
  <Status part="erased" title={dataTexts.erased} canReload={remains.some(isScript)}>
    {told > 0 && <p>{dataTexts.told}</p>}
    <List lead={dataTexts.remains} names={remains} />
  </Status>
);
