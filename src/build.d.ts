// What the build bakes in: see vite.config.ts.
declare module 'virtual:s9/build' {
  /** Version of the package and a digest of the build's sources. */
  export const build: string;
}
declare module 'virtual:s9/ui' {
  /** `sha384-…` of `s9-consent-ui.js`. */
  export const uiIntegrity: string;
}
declare module 'virtual:s9/panel' {
  /** `sha384-…` of `s9-consent-panel.js`. */
  export const panelIntegrity: string;
}
declare module 'virtual:s9/data' {
  /** `sha384-…` of `s9-consent-data.js`. */
  export const dataIntegrity: string;
}
declare module 'virtual:s9/watch' {
  /** `sha384-…` of `s9-consent-watch.js`. */
  export const watchIntegrity: string;
}
declare module 'virtual:s9/check' {
  /** `sha384-…` of `s9-consent-check.js`. */
  export const checkIntegrity: string;
}
declare module 'virtual:s9/after' {
  /** `sha384-…` of `s9-consent-after.js`. */
  export const afterIntegrity: string;
}
declare module 'virtual:s9/rights' {
  /** `sha384-…` of `s9-consent-rights.js`. */
  export const rightsIntegrity: string;
}
declare module 'virtual:s9/terms' {
  /** What gate and record need of the default policy. */
  export const terms: import('./core/policy.ts').PolicyTerms;
}
declare module 'virtual:s9/words' {
  /** What the first layer needs besides: names, reasons. */
  export const noticePart: import('./core/words.ts').PolicyPart;
  /** Everything else: contacts, addresses, storage, rights. */
  export const panelPart: import('./core/words.ts').PolicyPart;
}
declare module '*.css?inline' {
  const css: string;
  export default css;
}
