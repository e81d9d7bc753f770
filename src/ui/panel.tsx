// Everything but the first layer: preferences and placeholders, fetched when first needed.
import { createFrames as framesWith } from './frames.tsx';
import type { Kit } from './kit.ts';
import placeholderCss from './placeholder.css?inline';
import { sheetOf } from './sheets.ts';

export { default as css } from './panel.css?inline';
export { createPreferences } from './preferences.tsx';
export { showRemains } from './remains.tsx';

export const createFrames = (kit: Kit) => framesWith(kit, sheetOf(placeholderCss));
