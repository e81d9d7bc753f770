// Something of the policy as a card: its name, and opened a field for each of its members.
import type { ComponentChildren } from 'preact';
import type { DesignFault } from '../model/design.ts';
import { Field } from './Field.tsx';

/** A member that is edited as a line of words. */
export interface CardLine {
  readonly member: string;
  readonly label: string;
  readonly budget?: number;
  readonly isLong?: boolean;
}

interface Props {
  /** What it is found by, as an attribute with its id. */
  readonly mark: Readonly<Record<`data-${string}`, string>>;
  readonly title: string;
  readonly tells?: string | undefined;
  readonly lines: readonly CardLine[];
  /** What stands in its members. */
  readonly values: object;
  /** The path of its members in the settings. */
  readonly path: string;
  readonly faults: readonly DesignFault[];
  onChange(members: Readonly<Record<string, unknown>>): void;
  readonly children?: ComponentChildren;
}

export const faultsAt = (faults: readonly DesignFault[], path: string): DesignFault[] =>
  faults.filter((fault) => fault.path === path);

export function Card({ mark, title, tells, lines, values, path, faults, ...rest }: Props) {
  const { onChange, children } = rest;
  const texts = values as Readonly<Record<string, string | undefined>>;
  return (
    <details class="card" {...mark}>
      <summary>
        <b>{title}</b> <span class="quiet">{tells}</span>
      </summary>
      <div class="card-body">
        {lines.map(({ member, ...line }) => (
          <Field
            key={member}
            {...line}
            value={texts[member] ?? ''}
            faults={faultsAt(faults, `${path}.${member}`)}
            onChange={(value) => onChange({ [member]: value })}
          />
        ))}
        {children}
      </div>
    </details>
  );
}
