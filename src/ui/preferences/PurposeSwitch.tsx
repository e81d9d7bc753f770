// One purpose of the preferences: its switch, its reason, all that is declared of it, and its services.
import type { Purpose } from '../../core/policy/policy.ts';
import { storedBy } from '../../core/telemetry/link-storage.ts';
import { Facts } from '../elements/Facts.tsx';
import { Switch } from '../elements/Switch.tsx';
import { briefOf } from '../facts.ts';
import { gapBefore, saysIn } from '../grammar.ts';
import type { PreferencesProps } from './props.ts';
import { ServiceFold } from './ServiceFold.tsx';

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

/** In one row what is taken, by whom and for how long, as on the banner; opened, the whole of it. */
function FactFold({ purpose, policy, words, locale }: PurposeProps) {
  const { facts, grammar } = locale;
  const says = saysIn(locale);
  const { data, receivers } = briefOf(policy, purpose, facts, says);
  const cookies = (purpose.cookies ?? []).map(({ name, domain, lifetime }) =>
    [name, domain, lifetime && says.duration(lifetime)].filter(Boolean).join(', '),
  );
  const storage = storedBy(purpose).map(({ kind, name }) => `${name}, ${kind}`);
  return (
    <details>
      <summary>
        <span class="what">
          {data} <span class="unseen">{facts.recipients}</span>{' '}
          <span class="to">
            {receivers.map((name, index) => (
              <>
                {gapBefore(index, receivers.length, grammar.items, name)}
                <bdi key={name}>{name}</bdi>
              </>
            ))}
          </span>
        </span>
        <span class="kept">
          <span class="unseen">{facts.retention}</span> {says.duration(purpose.retention)}
        </span>
      </summary>
      <Facts {...{ policy, purpose, says }} words={facts}>
        <Row
          name={facts.visitors}
          lines={purpose.visitors === 'none' ? [words.visitorsNone] : []}
        />
        <Row name={words.cookies} lines={cookies} />
        <Row name={words.storage} lines={storage} />
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
      <p class="why">{why}</p>
      <FactFold {...props} />
      {services[0] && <ServiceFold {...props} />}
    </li>
  );
}
