// One switch with its name: a native checkbox, so that every keyboard and screen reader knows it.

interface SwitchProps {
  readonly name: string;
  readonly isOn: boolean;
  /** Why it cannot be turned; it can when absent. */
  readonly fixed?: string | false;
  readonly purpose?: string;
  readonly service?: string;
}

/** A purpose's name is a heading too: screen readers go from one to the next. */
export function Switch({ name, isOn, fixed, purpose, service }: SwitchProps) {
  const id = purpose ? `purpose ${purpose}` : `service ${service}`;
  const label = <label htmlFor={id}>{name}</label>;
  return (
    <div class="switch">
      {purpose ? <h3>{label}</h3> : label}
      {fixed && <span class="quiet">{fixed}</span>}
      <input
        id={id}
        type="checkbox"
        role="switch"
        part="switch"
        checked={isOn}
        disabled={!!fixed}
        data-purpose={purpose}
        data-service={service}
      />
    </div>
  );
}
