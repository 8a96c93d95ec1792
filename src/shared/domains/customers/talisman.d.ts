/** The one part of talisman we use; it brings no types of its own. */
declare module 'talisman/metrics/jaro-winkler.js' {
  const module: { readonly default?: (one: string, other: string) => number } & ((
    one: string,
    other: string,
  ) => number);
  export default module;
}
