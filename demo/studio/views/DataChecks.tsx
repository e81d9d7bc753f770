// Which data items something takes: a box for each there is.
interface Props {
  /** Ids of those it takes. */
  readonly data: readonly string[];
  /** Id and name of every data item there is. */
  readonly items: readonly (readonly [string, string])[];
  onChange(data: readonly string[]): void;
}

const without = (list: readonly string[], id: string) => list.filter((each) => each !== id);

export function DataChecks({ data, items, onChange }: Props) {
  return (
    <fieldset class="checks-list">
      <legend class="field-label">Data it takes</legend>
      {items.map(([id, name]) => (
        <label key={id} class="switch">
          <input
            type="checkbox"
            checked={data.includes(id)}
            onChange={({ currentTarget }) =>
              onChange(currentTarget.checked ? [...data, id] : without(data, id))
            }
          />
          <span>{name}</span>
        </label>
      ))}
    </fieldset>
  );
}
