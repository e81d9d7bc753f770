// The part of jsonld that the guards use: the package brings no types.
declare module 'jsonld' {
  interface Options {
    /** Throws where a term would be dropped. */
    readonly safe: true;
    readonly documentLoader: (address: string) => Promise<never>;
  }
  const jsonld: {
    expand(document: object, options: Options): Promise<object[]>;
    toRDF(
      document: object,
      options: Options & { readonly format: 'application/n-quads' },
    ): Promise<string>;
  };
  export default jsonld;
}
