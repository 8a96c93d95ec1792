/** What a migration is: its number, its name, and SQL that runs inside the one transaction of all pending migrations. */
export type Migration = { readonly number: number; readonly name: string; readonly sql: string };
