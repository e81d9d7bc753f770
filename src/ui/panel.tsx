// Everything but the first layer: preferences and placeholders, fetched when first needed.
import { panelPart } from 'virtual:s9/words';
import { createFrames as framesWith } from './frames.tsx';
import type { Kit } from './kit.ts';
import { type NewsOf, newsIn } from './news.ts';
import placeholderCss from './placeholder.css?inline';
import { sheetOf } from './sheets.ts';

export { default as css } from './panel.css?inline';
export { createPreferences } from './preferences.tsx';
export { showRemains } from './remains.tsx';

export const newsOf = (kit: Kit): NewsOf =>
  newsIn(kit.policy(panelPart), kit.host.question(), kit.lang);

export const createFrames = (kit: Kit) => framesWith(kit, sheetOf(placeholderCss));
