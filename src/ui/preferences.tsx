// The preferences: a draft that only Save turns into an answer.
import { panelPart } from 'virtual:s9/words';
import { asksForMore } from '../core/choice.ts';
import { panelTexts } from '../locales/en.ts';
import { nothing } from './answers.ts';
import { draftOf, turnPurpose, turnService } from './draft.ts';
import type { Kit, Layer } from './kit.ts';
import { openerFor } from './opener.ts';
import { PreferencesView } from './PreferencesView.tsx';
import { mayGrant } from './press.ts';

/** The switch a press is meant for: itself, or its label was pressed. */
function switchOf(target: Element): HTMLInputElement | null {
  const control = target.closest('label')?.control ?? target;
  return control instanceof HTMLInputElement ? control : null;
}

export function createPreferences(kit: Kit): Layer {
  const { host } = kit;
  const left = openerFor(kit);
  const policy = kit.policy(panelPart);
  let draft = draftOf(policy, host.question().state);

  function onSwitch(press: MouseEvent, control: HTMLInputElement): void {
    // A label forwards its press, as a trusted one, to its switch, which is not turned yet.
    const isForwarded = press.target !== control;
    const isOn = control.checked !== isForwarded;
    if (isOn && !mayGrant(press, 'switch', host)) return press.preventDefault();
    if (isForwarded) return;
    const { purpose, service } = control.dataset;
    if (purpose) draft = turnPurpose(policy, draft, purpose, isOn);
    if (service) draft = turnService(policy, draft, service, isOn);
    kit.draw();
  }

  return {
    view: (question) => (
      <PreferencesView {...{ ...kit, policy, question, draft, words: panelTexts }} />
    ),
    press(press, action) {
      const target = press.target as Element;
      const control = switchOf(target);
      if (control) onSwitch(press, control);
      // The dialog itself is hit only where nothing in it is: on its backdrop.
      if (target.localName === 'dialog') kit.leave();
      if (action === 'data') kit.open('data');
      if (action === 'withdraw') kit.answer('withdraw', nothing(policy), press);
      if (action !== 'save') return;
      const isMore = asksForMore(draft, host.question().state);
      if (!isMore || mayGrant(press, action, host)) kit.answer('custom', draft, press);
    },
    left,
  };
}
