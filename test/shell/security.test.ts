/** The window's policy, address by address. */
import { describe, expect, it } from 'vitest';
import {
  bundlePath,
  contentSecurityPolicy,
  mayAsk,
  mayHavePermission,
  mayNavigate,
  mayRequest,
  windowSecurity,
} from '#main/ipc/security';

const foreign = [
  'app://steward.evil/',
  'app://evil/',
  'app://steward:8080/',
  'app://user@steward/',
  'app://user:pw@steward/',
  'app:steward',
  'app:///steward',
  'APP2://steward/',
  'http://steward/',
  'https://steward/',
  'https://example.com/',
  'http://127.0.0.1/',
  'file:///etc/passwd',
  'file://steward/',
  'about:blank',
  'about:srcdoc',
  'javascript:alert(1)',
  'data:text/html,x',
  'chrome://settings',
  'devtools://devtools',
  'ws://steward/',
  'wss://steward/',
  'ftp://steward/',
  'filesystem:app://steward/x',
  'view-source:app://steward/',
  'blob:null/1',
  '',
  ' ',
  'steward',
  '//steward/',
  'app://',
  'app://steward%2eevil/',
  'app://steward.',
  'chrome-extension://steward/',
];
const ours = [
  'app://steward',
  'app://steward/',
  'app://steward/index.html',
  'app://steward/#/customers',
  'app://steward/assets/a.js?v=1',
  'APP://steward/',
];

describe('navigation and asking', () => {
  it.each(ours)('%s is ours', (url) => {
    expect(mayNavigate(url)).toBe(true);
    expect(mayAsk({ url, isMainFrame: true, isOurWindow: true })).toBe(true);
  });
  it.each(foreign)('%s is not', (url) => {
    expect(mayNavigate(url)).toBe(false);
    expect(mayAsk({ url, isMainFrame: true, isOurWindow: true })).toBe(false);
    expect(bundlePath(url)).toBeNull();
  });
  it('listens to no frame inside the page, no other window and no frame that is gone', () => {
    const [url = ''] = ours;
    expect(mayAsk({ url, isMainFrame: false, isOurWindow: true })).toBe(false);
    expect(mayAsk({ url, isMainFrame: true, isOurWindow: false })).toBe(false);
    expect(mayAsk(null)).toBe(false);
  });
});

describe('requests', () => {
  it('go to the app itself and to nothing else', () => {
    for (const url of ours) expect(mayRequest(url)).toBe(true);
    for (const url of foreign.filter((one) => !one.startsWith('data:'))) expect(mayRequest(url)).toBe(false);
    expect(mayRequest('blob:app://steward/5f2c')).toBe(true);
    expect(mayRequest('blob:https://example.com/5f2c')).toBe(false);
  });
  it('name a file of the bundle without ever leaving it', () => {
    expect(bundlePath('app://steward/')).toBe('index.html');
    expect(bundlePath('app://steward/assets/a.js')).toBe('assets/a.js');
    for (const url of [
      'app://steward/../main/index.js',
      'app://steward/%2e%2e/main/index.js',
      'app://steward/..%2fmain',
      'app://steward/%00',
      'app://steward/%E0%A4',
    ]) {
      // The caller looks the path up in a list of known files; none of these is a name such a list can hold.
      expect(['main/index.js', '../main', '\u0000', null]).toContain(bundlePath(url));
    }
  });
});

describe('permissions and the window', () => {
  it('are refused but for putting text on the clipboard', () => {
    for (const permission of [
      'media',
      'geolocation',
      'notifications',
      'clipboard-read',
      'openExternal',
      'fullscreen',
      'hid',
      'serial',
      'usb',
      'midi',
      'pointerLock',
      'display-capture',
    ]) {
      expect(mayHavePermission(permission, 'app://steward/')).toBe(false);
    }
    expect(mayHavePermission('clipboard-sanitized-write', 'app://steward/')).toBe(true);
    expect(mayHavePermission('clipboard-sanitized-write', 'https://example.com/')).toBe(false);
  });
  it('has no Node, is isolated and sandboxed', () => {
    expect(windowSecurity).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      webSecurity: true,
    });
  });
  it('gets a policy without a single unsafe word', () => {
    const policy = contentSecurityPolicy('abc');
    expect(policy).toContain(`default-src 'none'`);
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
  });
});
