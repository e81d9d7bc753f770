// Names that say where a file belongs: no drawers, tests beside, nothing an ad blocker's list catches.

/** A folder or file called so collects what nobody found a place for. */
const DRAWER = /(^|\/)(utils?|helpers?|lib|common|types?|constants)(\/|\.[^/]*$)/i;

/** Rules of public block lists that catch a path, first-party too. */
const BLOCKED =
  /cookie|gdpr|cmp|banner|-manager|share|privacychoices|tcf2|privacy-notice-|consent-dialog\./i;

export const isDrawer = (file: string): boolean => DRAWER.test(file);

export const isBlocked = (path: string): boolean => BLOCKED.test(path);

/** A test stands beside the file it is about: `gate.test.ts`, or of one side of it `gate.fuzz.browser.test.ts`, beside `gate.ts`. */
export function isAstray(test: string, files: ReadonlySet<string>): boolean {
  const subject = test.replace(/(\.[a-z]+){0,2}\.test\.tsx?$/, '');
  return !['.ts', '.tsx', '.mjs', '.css', '.json'].some((end) => files.has(subject + end));
}
