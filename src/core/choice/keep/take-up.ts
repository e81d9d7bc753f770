// What a page takes up that earlier pages have left, once what keeps answers is here.
import type { Grants } from '../choice.ts';
import type { Draft } from '../draft.ts';
import type { ConsentState } from '../state.ts';

/** What is in force. */
export interface Standing {
  grants(): Grants;
  state(): ConsentState;
}

/** What there can be to do. */
export interface Tasks {
  /** Makes a record of a no that an earlier page could only note. */
  keepOwed(): Promise<void>;
  /** Sends proofs of earlier records that are still owed (L-25). */
  sendOwed(): void;
  /** Records that the newest choice ran out, if it did, so that no clock set back revives it (F-31). */
  keepExpiry(): Promise<void>;
  /** What ran on after a withdrawal can have stored something anew. */
  cleanUp(grants: Grants): Promise<unknown>;
}

/**
 * @param draft a no that is owed.
 * @param reread reads the stored choice again, where there is a new record.
 */
export async function takeUp(
  { keepOwed, sendOwed, keepExpiry, cleanUp }: Tasks,
  draft: Draft | undefined,
  { grants, state }: Standing,
  reread: () => Promise<unknown>,
): Promise<void> {
  const { decided } = state();
  if (draft) {
    await keepOwed();
    await reread();
  }
  if (decided) sendOwed();
  await Promise.all([keepExpiry(), cleanUp(grants())]);
}
