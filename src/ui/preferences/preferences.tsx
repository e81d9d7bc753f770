// The preferences: a draft that only Save turns into an answer.
import { render } from 'preact';
import type { Question } from '../../core/ask/ask.ts';
import { asksForMore } from '../../core/choice/choice.ts';
import type { Policy, PolicyTerms } from '../../core/policy/policy.ts';
import type { PreferencesWords } from '../../locales/locale.ts';
import { targetOf } from '../elements/actions.ts';
import { raiseIn } from '../elements/Dialog.tsx';
import type { Kit, OpenView } from '../kit.ts';
import { fill } from '../speech.ts';
import { draftOf, turnPurpose, turnService } from './draft.ts';
import { createLeaving } from './leaving.ts';
import { controlIn, cornerOf } from './Place.tsx';
import { PreferencesView } from './PreferencesView.tsx';
import type { MoveControl } from './props.ts';

/** The switch a press is meant for: itself, or its label was pressed. */
function switchOf(target: Element): HTMLInputElement | null {
  const control = target.closest('label')?.control ?? target;
  return control instanceof HTMLInputElement ? control : null;
}

export function createPreferences(
  kit: Kit,
  words: PreferencesWords,
  policyOf: (terms: PolicyTerms) => Policy,
  moveControl: MoveControl,
): OpenView {
  const { host, mayGrant } = kit;
  const box = kit.createBox();
  const policy = policyOf(host.question().policy);
  let draft = draftOf(policy, host.question().state);

  const isTurned = (): boolean =>
    JSON.stringify(draft) !== JSON.stringify(draftOf(policy, host.question().state));
  const leaving = createLeaving(isTurned, fill(words.unsaved, { save: words.save }), kit.draw);
  const { stays } = leaving;

  const draw = (question: Question): void => {
    const { locale, leave } = kit;
    const remark = kit.remark() || leaving.said();
    const control = question.state.decided ? controlIn(kit.root) : null;
    const corner = control && cornerOf(control);
    const props = { policy, question, draft, words, locale, leave, stays, remark, corner };
    render(<PreferencesView {...props} />, box);
  };

  function onSwitch(press: MouseEvent, control: HTMLInputElement): void {
    // A label forwards its press, as a trusted one, to its switch, which is not turned yet.
    const isForwarded = targetOf(press) !== control;
    const isOn = control.checked !== isForwarded;
    if (isOn && !mayGrant(press, 'switch')) return press.preventDefault();
    if (isForwarded) return;
    leaving.goOn();
    const { purpose, service } = control.dataset;
    if (purpose) draft = turnPurpose(policy, draft, purpose, isOn);
    if (service) draft = turnService(policy, draft, service, isOn);
    kit.draw();
  }

  return {
    box,
    draw,
    press(press, action) {
      const target = targetOf(press);
      const control = switchOf(target);
      if (control) onSwitch(press, control);
      // The dialog itself is hit only where nothing in it is: on its backdrop; and what was turned is not lost by that.
      if (target.localName === 'dialog' && !stays() && !isTurned()) kit.leave();
      if (action === 'close' && !stays()) kit.leave();
      if (action === 'data' && !stays()) kit.open('data');
      if (action === 'place') {
        moveControl(controlIn(kit.root), target.getAttribute('data-inset'));
        kit.draw();
      }
      if (action !== 'save') return;
      const isMore = asksForMore(draft, host.question().state);
      if (!isMore || mayGrant(press, action)) kit.answer('custom', draft, press);
    },
    raise: () => raiseIn(box),
    remove() {
      render(null, box);
      box.remove();
    },
  };
}
