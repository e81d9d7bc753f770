// `s9-consent-panel.js`: hands everything but the first layer to the file that asked for it.
import type { Panel } from './kit.ts';
import { createFrames, createPreferences, css, newsOf, showRemains } from './panel.tsx';

const panel: Panel = { css, createPreferences, createFrames, newsOf, showRemains };

(document.currentScript as unknown as { take(part: Panel): void }).take(panel);
