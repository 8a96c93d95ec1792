/** What may be asked about the fields of the customer store and what they are for. */
import { z } from 'zod';
import { command, query } from '#shared/kernel/operations';
import {
  CustomFieldDraft,
  Field,
  FieldDeclaration,
  FieldName,
  LawfulBasis,
  Purpose,
  PurposeId,
  PurposeName,
  RetentionClass,
} from './model';

export const fields = {
  list: query({ may: 'read', input: z.strictObject({}), output: z.array(Field) }),
  purposes: query({ may: 'read', input: z.strictObject({}), output: z.array(Purpose) }),
  retentionClasses: query({ may: 'read', input: z.strictObject({}), output: z.array(RetentionClass) }),
  /** Changes what a field is for. */
  declare: command({
    may: 'configure',
    records: 'declared',
    input: z.strictObject({ name: FieldName, revision: z.int().positive(), declaration: FieldDeclaration }),
    output: Field,
    facts: (input) => ({ field: input.name, purpose: input.declaration.purpose }),
  }),
  /** Adds a field of the business's own; without a purpose there is none. */
  add: command({
    may: 'configure',
    records: 'added',
    input: CustomFieldDraft,
    output: Field,
    facts: (_input, output) => ({ field: output.name, purpose: output.purpose }),
  }),
  addPurpose: command({
    may: 'configure',
    records: 'purpose-added',
    input: z.strictObject({ name: PurposeName, lawfulBasis: LawfulBasis }),
    output: Purpose,
    facts: (_input, output) => ({ purpose: output.id }),
  }),
  /** Renames a purpose or gives it another lawful basis. `conflict` when it was changed meanwhile. */
  changePurpose: command({
    may: 'configure',
    records: 'purpose-changed',
    input: z.strictObject({ id: PurposeId, revision: z.int().positive(), name: PurposeName, lawfulBasis: LawfulBasis }),
    output: Purpose,
    facts: (input) => ({ purpose: input.id }),
  }),
};
