/** Types of .dependency-cruiser.mjs, for the test that breaks each of its rules. */
declare const config: { forbidden: { name: string }[] };
export default config;
