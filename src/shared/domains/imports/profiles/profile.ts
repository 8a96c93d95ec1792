/** The shape of a profile: how one program's export is recognised and where its columns go. Profiles are data. */
import type { StandardFieldName } from '#shared/domains/fields/defaults';
import type { ProfileName } from '../model';

export type Profile = {
  readonly name: ProfileName;
  /** Of every group at least one header must be in the file. */
  readonly needs: readonly (readonly string[])[];
  /** None of these may be in the file: they say that it is something else. */
  readonly never?: readonly string[];
  /** Headers as the program writes them, by the field they go to; several for one field in the order they are preferred. */
  readonly map: { readonly [F in StandardFieldName]?: readonly string[] };
  /** Columns the program needs for itself: owners, timestamps of its own, scores, amounts. */
  readonly drop: readonly string[];
};
