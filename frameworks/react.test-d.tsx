/** @jsxImportSource react */
// What a Customer's compiler says of React's entry, and of marked elements. Nothing here runs.
import { createRef } from 'react';
import { Consented, HeldFrame, HeldScript, useChoices, useConsent } from './react.ts';

const frame = createRef<HTMLIFrameElement>();
const choices = useChoices();
const granted: boolean = useConsent('analytics').granted;
// @ts-expect-error it is for reading
useConsent('analytics').granted = true;
// @ts-expect-error one text, not a list
useConsent(['analytics']);
// @ts-expect-error no such view
void choices.open('popup');

export const all = (
  <>
    <Consented purpose="social service:youtube" fallback={<p>No</p>}>
      {granted}
    </Consented>
    <HeldFrame purpose="social" src="/a" title="A film" picture="/a.jpg" width={560} ref={frame} />
    {/* @ts-expect-error its title is the placeholder's heading */}
    <HeldFrame purpose="social" src="/a" />
    {/* @ts-expect-error it would load at once */}
    <HeldFrame purpose="social" src="/a" title="A film" srcDoc="<p></p>" />
    <HeldScript purpose="analytics" src="/a.js" type="module" async nonce="a" />
    <HeldScript purpose="analytics">{'track()'}</HeldScript>
    {/* @ts-expect-error what for? */}
    <HeldScript src="/a.js" />
    <iframe data-consent="social" data-src="/a" title="A film" suppressHydrationWarning />
    <button type="button" data-consent-open>
      Choices
    </button>
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
