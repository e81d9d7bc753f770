// Everything but the first layer: preferences and placeholders, fetched when first needed.
import { panelPart } from 'virtual:s9/words';
import type { CreateData } from './data.tsx';
import { createFrames } from './frames.tsx';
import type { Kit, Panel } from './kit.ts';
import { newsIn } from './news.ts';
import css from './panel.css?inline';
import placeholderCss from './placeholder.css?inline';
import { createPreferences } from './preferences.tsx';
import { showRemains } from './remains.tsx';
import { sheetOf } from './sheets.ts';

/** @param loadData fetches “your data” when it is first opened; `null` when it cannot be had. */
export const panelWith = (loadData: () => Promise<CreateData | null>): Panel => ({
  css,
  createFrames: (kit) => createFrames(kit, sheetOf(placeholderCss)),
  showRemains,
  newsOf: (kit: Kit) => newsIn(kit.policy(panelPart), kit.host.question(), kit.lang),
  createLayer: async (view, kit) =>
    view === 'data' ? ((await loadData())?.(kit) ?? null) : createPreferences(kit),
});
