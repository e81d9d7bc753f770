// What the build bakes in: see build/baked.ts.
declare module 'virtual:s9/build' {
  /** Version of the package and a digest of the build's sources. */
  export const build: string;
}
declare module 'virtual:s9/file/*' {
  /** Name and hash of the built file of that row of build/files.ts. */
  export const file: string;
}
declare module '*.css?inline' {
  const css: string;
  export default css;
}
