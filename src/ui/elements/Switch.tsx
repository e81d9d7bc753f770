// One switch with its name: a native checkbox, so that every keyboard and screen reader knows it.

interface SwitchProps {
  readonly name: string;
  readonly isOn: boolean;
  /** Why it cannot be turned; it can when absent. */
  readonly fixed?: string | false;
  readonly purpose?: string;
  readonly service?: string;
}

export const Switch = ({ name, isOn, fixed, purpose, service }: SwitchProps) => (
  <label class="switch">
    <span>{name}</span>
    {fixed && <span class="quiet">{fixed}</span>}
    <input
      type="checkbox"
      role="switch"
      part="switch"
      checked={isOn}
      disabled={!!fixed}
      data-purpose={purpose}
      data-service={service}
    />
  </label>
);
