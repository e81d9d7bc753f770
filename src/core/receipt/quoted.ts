// What a receipt quotes from the policy of today: names, reasons, addresses; never what was asked.
import type { Party, Policy } from '../policy/policy.ts';

/** Anything may be missing: a receipt without words still says what was asked and answered. */
export type Quoted = {
  readonly [K in 'jurisdiction' | 'controller' | 'processor' | 'dataItems' | 'rights']?:
    | Policy[K]
    | undefined;
} & {
  readonly purposes?: readonly (Pick<Policy['purposes'][number], 'id' | 'basis'> &
    Partial<Pick<Policy['purposes'][number], 'name' | 'why' | 'services'>>)[];
};

export const purposeOf = (quoted: Quoted, id: string) =>
  quoted.purposes?.find((purpose) => purpose.id === id);

/** Purposes that run without asking have no consent and so no consent status. */
export const unaskedIn = ({ purposes = [] }: Quoted): string[] =>
  purposes.filter(({ basis }) => basis === 'necessary').map(({ id }) => id);

/**
 * A party with what 27560 wants to know of it. Where the policy has no postal address or contact, the
 * address of its pages stands for it.
 */
export const partyNode = (
  type: string,
  name: string,
  identifier: string,
  party: Party | undefined,
) => ({
  '@type': type,
  'dct:identifier': identifier,
  'dpv:hasName': name,
  'dpv:hasAddress': party?.address ?? party?.privacyUrl ?? identifier,
  'dpv:hasContact': party?.contact ?? party?.privacyUrl ?? identifier,
});
