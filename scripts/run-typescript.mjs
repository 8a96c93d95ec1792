/** `node --import ./scripts/run-typescript.mjs file.ts`: Node strips the types itself; this lets `./rules` find `./rules.ts` as in the bundles. */
import { registerHooks } from 'node:module';

registerHooks({
  resolve(specifier, context, next) {
    try {
      return next(specifier, context);
    } catch (error) {
      if (error?.code !== 'ERR_MODULE_NOT_FOUND' || !specifier.startsWith('.')) throw error;
      return next(`${specifier}.ts`, context);
    }
  },
});
