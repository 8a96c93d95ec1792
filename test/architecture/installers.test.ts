/** The installers' settings: the switches that close Electron's side doors are set, and electron-builder knows every setting. */
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import config from '../../electron-builder.config.mjs';

const require = createRequire(import.meta.url);
const { validateConfiguration } = require('app-builder-lib/out/util/config/config.js') as {
  validateConfiguration: (settings: object, log: { isEnabled: boolean; add: () => void }) => Promise<void>;
};
const log = { isEnabled: false, add: () => undefined };

test('electron-builder accepts the settings, and refuses one it does not know', async () => {
  await expect(validateConfiguration(config, log)).resolves.toBeUndefined();
  await expect(validateConfiguration({ ...config, electronFuse: {} }, log)).rejects.toThrow(/electronFuse/);
});

test('the fuses are the ones decided', () => {
  expect(config.electronFuses).toEqual({
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  });
});

test('what downloads binaries at install time is not shipped', () => {
  expect(config.files).toContain('!node_modules/prebuild-install{,/**}');
});
