// One purpose of the preferences: its switch, its reason, its services, and all that is declared of it.
import type { Purpose } from '../core/policy.ts';
import type { PreferencesProps } from './Preferences.tsx';
import { Switch } from './Switch.tsx';

interface PurposeProps extends PreferencesProps {
  readonly purpose: Purpose;
}

const VISITORS = { none: 'visitorsNone', visit: 'visitorsVisit', id: 'visitorsId' } as const;

/** What it leaves in the browser, by name. */
const stored = ({ purpose, say, lang }: PurposeProps) => ({
  cookies: (purpose.cookies ?? []).map(({ name, domain, lifetime }) =>
    [name, domain, lifetime && say.duration(lifetime, lang)].filter(Boolean).join(', '),
  ),
  storage: (purpose.storage ?? []).map(({ kind, name }) => `${name}, ${kind}`),
});

function Details(props: PurposeProps) {
  const { purpose, policy, texts, words, lang, Facts } = props;
  const { cookies, storage } = stored(props);
  return (
    <details>
      <summary>{words.details}</summary>
      <Facts {...{ policy, purpose, texts, lang }} />
      <dl>
        <dt>{words.visitors}</dt>
        <dd>{words[VISITORS[purpose.visitors ?? 'none']]}</dd>
        {cookies.length > 0 && <dt>{words.cookies}</dt>}
        {cookies.map((line) => (
          <dd key={line}>{line}</dd>
        ))}
        {storage.length > 0 && <dt>{words.storage}</dt>}
        {storage.map((line) => (
          <dd key={line}>{line}</dd>
        ))}
      </dl>
    </details>
  );
}

function Services({ purpose, policy, draft, words, say }: PurposeProps) {
  if (purpose.services.length === 0) return null;
  return (
    <ul class="services">
      {purpose.services.map(({ id, name, data, privacyUrl }) => (
        <li key={id}>
          <Switch name={name} isOn={draft.services[id] === true} service={id} />
          <p class="quiet">{say.dataNames(policy, data)}</p>
          {privacyUrl && (
            <a class="quiet" href={privacyUrl} rel="noreferrer">
              {say.fill(words.servicePrivacy, { name })}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}

export function PurposeSwitch(props: PurposeProps) {
  const { purpose, draft, words } = props;
  const { id, name, why, basis } = purpose;
  const isFixed = basis === 'necessary';
  return (
    <li>
      <Switch name={name} isOn={draft.purposes[id] === true} isFixed={isFixed} purpose={id} />
      {isFixed && <p class="quiet">{words.required}</p>}
      <p>{why}</p>
      <Services {...props} />
      <Details {...props} />
    </li>
  );
}
