/** Types of electron-builder.config.mjs, for its test. */
import type { Configuration } from 'electron-builder';
declare const config: Configuration;
export default config;
