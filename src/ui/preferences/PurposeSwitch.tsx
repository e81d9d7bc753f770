// One purpose of the preferences: its switch, its reason, its services, and all that is declared of it.
import type { Purpose, Service } from '../../core/policy/policy.ts';
import { Facts } from '../elements/Facts.tsx';
import { Switch } from '../elements/Switch.tsx';
import { dataNames, duration, fill } from '../speech.ts';
import type { PreferencesProps } from './props.ts';

interface PurposeProps extends PreferencesProps {
  readonly purpose: Purpose;
}

/** A row with any number of lines; no row without one. */
const Row = ({ name, lines }: { name: string; lines: readonly string[] }) =>
  lines.length > 0 ? (
    <>
      <dt>{name}</dt>
      <dd>
        {lines.map((line) => (
          <div key={line}>{line}</div>
        ))}
      </dd>
    </>
  ) : null;

const ServiceRow = ({ name, data, privacyUrl, policy, words }: Service & PurposeProps) => (
  <>
    <dt>{name}</dt>
    <dd>
      <div>{dataNames(policy, data)}</div>
      {privacyUrl && (
        <a href={privacyUrl} rel="noreferrer">
          {fill(words.servicePrivacy, { name })}
        </a>
      )}
    </dd>
  </>
);

function Details(props: PurposeProps) {
  const { purpose, policy, words, locale } = props;
  const { lang, facts } = locale;
  const cookies = (purpose.cookies ?? []).map(({ name, domain, lifetime }) =>
    [name, domain, lifetime && duration(lifetime, lang)].filter(Boolean).join(', '),
  );
  const storage = (purpose.storage ?? []).map(({ kind, name }) => `${name}, ${kind}`);
  return (
    <details>
      <summary>{words.details}</summary>
      <Facts {...{ policy, purpose, lang }} words={facts}>
        <Row
          name={facts.visitors}
          lines={purpose.visitors === 'none' ? [words.visitorsNone] : []}
        />
        <Row name={words.cookies} lines={cookies} />
        <Row name={words.storage} lines={storage} />
        {purpose.services.map((service) => (
          <ServiceRow key={service.id} {...props} {...service} />
        ))}
      </Facts>
    </details>
  );
}

export function PurposeSwitch(props: PurposeProps) {
  const { purpose, draft, words } = props;
  const { id, name, why, basis, services } = purpose;
  return (
    <li>
      <Switch
        name={name}
        isOn={draft.purposes[id] === true}
        fixed={basis === 'necessary' && words.required}
        purpose={id}
      />
      <p>{why}</p>
      {services.map((service) => (
        <Switch
          key={service.id}
          name={service.name}
          isOn={draft.services[service.id] === true}
          service={service.id}
        />
      ))}
      <Details {...props} />
    </li>
  );
}
