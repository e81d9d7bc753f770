/** @jsxImportSource preact */
// What a Customer's compiler says of marked elements in Preact. Nothing here runs.
import type { ConsentAttributes } from './preact.ts';

export type Taken = ConsentAttributes;

export const all = (
  <>
    <iframe data-consent="social" data-src="/a" title="A film" />
    <button type="button" data-consent-open="data">
      Your data
    </button>
    {/* @ts-expect-error no such view */}
    <button type="button" data-consent-open="popup">
      Choices
    </button>
    {/* @ts-expect-error an id is text */}
    <div data-consent-notice={5} />
  </>
);
