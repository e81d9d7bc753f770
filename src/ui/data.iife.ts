// `s9-consent-data.js`: hands “your data” to the panel.
import { dataWith } from './data.tsx';
import type { Lent } from './kit.ts';

const script = document.currentScript as HTMLScriptElement & {
  readonly given: Lent;
  take(part: unknown): void;
};

script.take(dataWith(script.given.consent));
