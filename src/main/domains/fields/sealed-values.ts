/** Sealing values of the fields under the second key, without a store: the worker of imports does it as well. */
import { sealText } from '../../vault/sealed-text';
import type { ContentKey } from '../../vault/second-key';

export type Values = Readonly<Record<string, string>>;

/** What sealing needs, as plain data. */
export type Sealing = { readonly storeId: string; readonly content: ContentKey; readonly fields: readonly string[] };

/** Seals values of the sealed fields; everybody can. What is sealed already is only passed on by those who say so. */
export const sealedValues = (sealing: Sealing, values: Values): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).map(([name, text]) => [
      name,
      sealing.fields.includes(name) ? sealText(sealing.content, sealing.storeId, name, text) : text,
    ]),
  );
