/** Types of find-electron.mjs. */
export function findElectron(): string | undefined;
