/** Finds a Chromium-based browser on this machine: the stand-in for Electron and the end-to-end tests run on it. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** @returns {string | undefined} the browser's executable, `STEWARD_CHROMIUM` first, or undefined when there is none */
export function findChromium() {
  if (process.env.STEWARD_CHROMIUM) return process.env.STEWARD_CHROMIUM;
  const { ProgramFiles = 'C:/Program Files', 'ProgramFiles(x86)': ProgramFiles32 = 'C:/Program Files (x86)' } =
    process.env;
  const places = {
    linux: [
      '/usr/bin/chromium',
      '/usr/bin/chromium-browser',
      '/usr/bin/google-chrome-stable',
      '/usr/bin/google-chrome',
      '/usr/bin/microsoft-edge',
      '/snap/bin/chromium',
    ],
    darwin: [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ],
    win32: [ProgramFiles, ProgramFiles32].flatMap((folder) => [
      join(folder, 'Google/Chrome/Application/chrome.exe'),
      join(folder, 'Microsoft/Edge/Application/msedge.exe'),
    ]),
  };
  return (places[process.platform] ?? places.linux).find((file) => existsSync(file));
}
