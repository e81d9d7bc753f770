// After a withdrawal: what could not be undone, and a reload where that ends it.
import type { Remains } from '../core/ports.ts';
import { panelTexts } from '../locales/en.ts';
import type { Kit } from './kit.ts';
import { List, Status, showStatus } from './Status.tsx';

const RemainsView = ({ remains: { scripts, stored } }: { remains: Remains }) => (
  <Status part="remains" title={panelTexts.remains} canReload={!!scripts[0]}>
    <List lead={panelTexts.remainsScripts} names={scripts} />
    <List lead={panelTexts.remainsStored} names={stored} />
  </Status>
);

export const showRemains = (kit: Kit, remains: Remains): void =>
  showStatus(kit, <RemainsView remains={remains} />);
