/** Types of find-chromium.mjs. */
export function findChromium(): string | undefined;
