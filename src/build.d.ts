// What the build bakes in: see build/baked.ts.
declare module 'virtual:s9/build' {
  /** Version of the package and a digest of the build's sources. */
  export const build: string;
}
declare module 'virtual:s9/file/*' {
  /** Name and hash of the built file of that row of build/files.ts. */
  export const file: string;
}
declare module 'virtual:s9/locales' {
  /** By language, the SHA-256 of its file. */
  export const locales: Readonly<Record<string, string>>;
}
declare module 'virtual:s9/translations' {
  /** By language, what imports its words. */
  export const locales: Readonly<Record<string, () => Promise<{ readonly default: unknown }>>>;
}
/** Lends what build/lent.ts has for the file that imports it. */
declare module 'virtual:s9/lends';
declare module '*.css?inline' {
  const css: string;
  export default css;
}
