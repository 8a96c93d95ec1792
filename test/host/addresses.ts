/**
 * Addresses as main knows them (`app://bundle/index.html`) and as a stock Chromium can load them
 * (`https://bundle.app.stand-in.invalid/index.html`: secure, and a name no resolver ever answers).
 */

const tail = '.stand-in.invalid';

/** `app://bundle/x` → `https://bundle.app.stand-in.invalid/x`; other schemes stay as they are. */
export function toChromium(address: string, schemes: ReadonlySet<string>): string {
  const found = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]+)(.*)$/i.exec(address);
  const [, scheme = '', host = '', rest = ''] = found ?? [];
  return schemes.has(scheme) ? `https://${host}.${scheme}${tail}${rest || '/'}` : address;
}

/** The way back, anywhere in a text (an address, a Referer, an Origin). */
export function toMain(text: string): string {
  return text.replace(/https:\/\/([a-z0-9.-]+)\.([a-z0-9+-]+)\.stand-in\.invalid/gi, '$2://$1');
}

/** Names our scheme where a content security policy or an Allow-Origin header does; a policy without it is left unchanged. */
export function headerToChromium(value: string, schemes: ReadonlySet<string>): string {
  let text = value;
  for (const scheme of schemes)
    text = text
      .replace(new RegExp(`\\b${scheme}://([a-z0-9.-]+)`, 'gi'), `https://$1.${scheme}${tail}`)
      .replace(new RegExp(`(^|[\\s;])${scheme}:(?=[\\s;]|$)`, 'gi'), `$1https://*.${scheme}${tail}`);
  return text;
}
