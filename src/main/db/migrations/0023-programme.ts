/** Management reviews: signed summaries that never change. */
import type { Migration } from './migration';

export const migration0023: Migration = {
  number: 23,
  name: 'programme',
  sql: `
    create table management_reviews (
      id text primary key,
      content text not null check (json_valid(content)),
      digest text not null,
      public_key text not null,
      signature text not null,
      evidence text not null,
      held_on text not null,
      next_on text not null,
      by text not null,
      at text not null
    ) strict, without rowid;
    create trigger management_reviews_never_change before update on management_reviews
      begin select raise(abort, 'a signed review never changes'); end;
    create trigger management_reviews_stay before delete on management_reviews
      begin select raise(abort, 'reviews stay'); end;
    create trigger management_reviews_are_new before insert on management_reviews
      when exists (select 1 from management_reviews where id = new.id)
      begin select raise(abort, 'this review exists'); end;
  `,
};
