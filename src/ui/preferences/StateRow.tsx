// What was answered, when, until when it counts; and the way to take all of it back.
import type { Question } from '../../core/ask/ask.ts';
import { asksForMore } from '../../core/choice/choice.ts';
import type { Policy } from '../../core/policy/policy.ts';
import { Button } from '../elements/Button.tsx';
import { type Says, saysIn } from '../grammar.ts';
import { nothing } from '../grants.ts';
import { day, fill } from '../speech.ts';
import type { PreferencesProps } from './props.ts';

/** A purpose by its name; where not all of its services are on, those by theirs. */
function grantedNames(policy: Policy, { state }: Question, says: Says): string[] {
  return policy.purposes.flatMap(({ id, name, basis, services }) => {
    if (basis === 'necessary') return [];
    const on = services.filter((service) => state.services[service.id]).map((each) => each.name);
    const isPart = on.length < services.length;
    if (!state.purposes[id]) return on;
    return isPart && on[0] ? [`${name} (${says.listed(on)})`] : [name];
  });
}

export function StateRow({ policy, question, words, locale }: PreferencesProps) {
  const { lang, actions } = locale;
  const { decidedAt, expiresAt, source } = question.state;
  const says = saysIn(locale);
  const granted = grantedNames(policy, question, says);
  // A signal is no answer of the person's; that it is honoured is said beside.
  const isAnswered = decidedAt !== null && expiresAt !== null && source !== 'signal';
  return (
    <div class="state">
      <p>
        {isAnswered
          ? fill(words.answered, { time: day(decidedAt, lang), until: day(expiresAt, lang) })
          : source !== 'signal' && words.unanswered}{' '}
        {decidedAt !== null &&
          (granted[0] ? fill(words.granted, { names: says.names(granted) }) : words.nothing)}
      </p>
      {asksForMore(question.state, nothing(question.policy)) && (
        <Button action="withdraw" class="plain">
          {actions.withdraw}
        </Button>
      )}
    </div>
  );
}
