// A purpose's services, folded: how many are on, and each with its switch, its data, its privacy policy.
import type { Purpose, Service } from '../../core/policy/policy.ts';
import { Switch } from '../elements/Switch.tsx';
import { saysIn } from '../grammar.ts';
import { dataNames, fill } from '../speech.ts';
import { groupsOf } from './groups.ts';
import type { PreferencesProps } from './props.ts';

interface FoldProps extends PreferencesProps {
  readonly purpose: Purpose;
}

/** Services under one privacy policy, which is linked once; what they all take is said once. */
function Group({ group, ...props }: { group: readonly Service[] } & PreferencesProps) {
  const { policy, draft, words, locale } = props;
  const taken = group.map(({ data }) => dataNames(policy, data));
  const links = [...new Set(group.map(({ privacyUrl }) => privacyUrl))];
  return (
    <li>
      {group.map(({ id, name }, index) => (
        <>
          <Switch key={id} name={name} isOn={draft.services[id] === true} service={id} />
          {taken[index] !== taken[index + 1] && <p class="quiet">{taken[index]}</p>}
        </>
      ))}
      {links.map(
        (link) =>
          link && (
            <a key={link} href={link} rel="noreferrer">
              {fill(words.servicePrivacy, {
                name: saysIn(locale).names(
                  group.flatMap(({ name, privacyUrl }) => (privacyUrl === link ? [name] : [])),
                ),
              })}
            </a>
          ),
      )}
    </li>
  );
}

export function ServiceFold({ purpose, ...props }: FoldProps) {
  const { draft, question, words } = props;
  const { id, services } = purpose;
  const count = services.filter((service) => draft.services[service.id]).length;
  // Open where one differs from its purpose: no answer is out of sight.
  const { state } = question;
  const isMixed = services.some((service) => !state.services[service.id] !== !state.purposes[id]);
  return (
    <details class="services" open={isMixed}>
      <summary>
        {fill(words.services, { count: String(count), all: String(services.length) })}
      </summary>
      <ul>
        {groupsOf(services).map((group) => (
          <Group key={group[0]?.id} {...props} group={group} />
        ))}
      </ul>
    </details>
  );
}
