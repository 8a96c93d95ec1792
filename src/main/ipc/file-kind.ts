/** A kind of file, as the system's dialogs show it. */
export type FileKind = { readonly name: string; readonly extensions: readonly string[] };
