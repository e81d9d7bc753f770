// `s9-consent-panel.js`: hands the preferences to the file that asked for them.
import type { Panel } from './kit.ts';
import { createPreferences, css } from './panel.tsx';

const panel: Panel = { css, createPreferences };

(document.currentScript as unknown as { take(part: Panel): void }).take(panel);
