// One switch with its name: a native checkbox, so that every keyboard and screen reader knows it.

interface SwitchProps {
  readonly name: string;
  readonly isOn: boolean;
  readonly isFixed?: boolean;
  readonly purpose?: string;
  readonly service?: string;
}

export const Switch = ({ name, isOn, isFixed, purpose, service }: SwitchProps) => (
  <label class="switch">
    <span>{name}</span>
    <input
      type="checkbox"
      role="switch"
      part="switch"
      checked={isOn}
      disabled={isFixed}
      data-purpose={purpose}
      data-service={service}
    />
  </label>
);
