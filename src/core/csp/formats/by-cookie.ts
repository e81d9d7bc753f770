// What configuration files of servers share: a variable for each service, found in the cookie by an expression.
import { SERVICE } from '../../gate/gate.ts';
import { NAME } from '../../name.ts';
import type { DeclaredService } from '../declared.ts';

/** Ids are letters, digits, hyphens and underscores: nothing in them means anything in an expression. */
export const expressionOf = ({ id }: DeclaredService): string =>
  `(?:^|; ?)${NAME}=(?:[^;]*&)?granted=(?:[^;&]*\\.)?${SERVICE}${id}(?:[.&;]|$)`;

/** Ids with what their variables are called; variables take no hyphens, and two ids must not share one. */
export function variablesOf(declared: readonly DeclaredService[]): Map<DeclaredService, string> {
  const taken = new Set<string>();
  return new Map(
    declared.map((service) => {
      const plain = `s9_csp_${service.id.toLowerCase().replaceAll('-', '_')}`;
      let name = plain;
      for (let next = 2; taken.has(name); next++) name = `${plain}_${next}`;
      taken.add(name);
      return [service, name] as const;
    }),
  );
}
