/** Every migration from the version before, with rows in it; shipped ones frozen by their content. */
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Driver, openDriver } from '#main/db/driver';
import { migrate, storeVersion } from '#main/db/migrate';
import { migrations } from '#main/db/migrations/all';
import { openStore, storeFile } from '#main/db/open';
import { applySettings } from '#main/db/settings';

const key = new Uint8Array(32).fill(3);
let folder: string;
let driver: Driver;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'steward-migrations-'));
  driver = await openDriver(storeFile(folder), { mode: 'create', key });
  await applySettings(driver, 'write');
});
afterEach(async () => {
  await driver.close().catch(() => undefined);
  rmSync(folder, { recursive: true, force: true });
});

/** Rows that a store of each version can hold; they must still be there after all later migrations. */
const rows: Readonly<Record<number, { put: string; look: string; see: unknown }>> = {
  1: {
    put: `insert into trail_entries values (1, '{"number":1}', '${'a'.repeat(64)}'); insert into trail_subjects values ('C-1', 1); insert into trail_frontier values (0, '${'a'.repeat(64)}')`,
    look: 'select entry from trail_entries where number = 1',
    see: [{ entry: '{"number":1}' }],
  },
  2: {
    put: `insert into purposes (id, name, lawful_basis, position) values ('birthdays', 'Birthdays', 'consent', 80);
      insert into customers (created_at, changed_at, full_name, sort_name, search_text) values ('2026-11-24T09:00:00.000Z', '2026-11-24T09:00:00.000Z', 'Rosa', 'rosa', 'rosa delgado')`,
    look: `select full_name from customers where number in (select rowid from customers_search where customers_search match '"del" AND "elg"')`,
    see: [{ full_name: 'Rosa' }],
  },
  3: {
    put: `insert into applicability_answers (question, answer, at, actor, edition) values ('gdpr:q-decides', 'true', '2026-11-24T09:00:00.000Z', 'owner', 'gdpr/1');
      insert into evidence (id, title, file_name, kind, bytes, sha256, stored_as, added_at, added_by)
        values ('evi_3', 'Plan', 'plan.txt', 'text', 4, '${'a'.repeat(64)}', 'b', '2026-11-24T09:00:00.000Z', 'owner')`,
    look: `select answer, title from applicability_answers, evidence where evidence.id = 'evi_3'`,
    see: [{ answer: 'true', title: 'Plan' }],
  },
  4: {
    put: `insert into evidence (id, title, file_name, kind, bytes, sha256, stored_as, added_at, added_by, revision)
        values ('evi_4', 'List', 'list.txt', 'text', 4, '${'a'.repeat(64)}', 'b', '2026-11-24T09:00:00.000Z', 'owner', 7)`,
    look: 'select id, revision from evidence order by id',
    see: [
      { id: 'evi_3', revision: 1 },
      { id: 'evi_4', revision: 7 },
    ],
  },
  5: {
    put: `insert into trail_entries values (2, '{"at":"2026-11-24T09:00:00.000Z","number":2}', '${'a'.repeat(64)}')`,
    look: `select max(entry ->> 'at') as last from trail_entries`,
    see: [{ last: '2026-11-24T09:00:00.000Z' }],
  },
  6: {
    put: `insert into purposes (id, name, lawful_basis, position, revision) values ('letters', 'Letters', 'consent', 90, 4)`,
    look: `select name, revision from purposes where id in ('birthdays', 'letters') order by id`,
    see: [
      { name: 'Birthdays', revision: 1 },
      { name: 'Letters', revision: 4 },
    ],
  },
  7: {
    put: `insert into trail_subject_keys values ('C-1', x'${'0c'.repeat(32)}', '2026-11-24T09:00:00.000Z', null)`,
    look: 'select hex(key) as key from trail_subject_keys',
    see: [{ key: '0C'.repeat(32) }],
  },
  8: {
    put: `insert into roles (id, name, grants) values ('own-front-desk', 'Front desk', '[]')`,
    look: `select people.id, roles.name from people join roles`,
    see: [{ id: 'owner', name: 'Front desk' }],
  },
  9: {
    put: `insert into alerts (id, actor, kind, day, at, entry, score, numbers, raised_at)
        values ('alr_9', 'owner', 'bulk-export', '2026-11-24', '2026-11-24T02:13:00.000Z', 1, 80.0, '{"value":4000}', '2026-11-24T09:00:00.000Z');
      insert into alert_reports (id, alert, reported_at, reported_by, summary)
        values ('rep_9', 'alr_9', '2026-11-24T09:00:00.000Z', 'owner', '{}')`,
    look: `select numbers ->> 'value' as value, alerts.state as state, incident from alerts join alert_reports on alert = alerts.id`,
    see: [{ value: 4_000, state: 'open', incident: null }],
  },
  10: {
    put: `insert into devices (id, name, kind, encrypted, state, changed_at)
        values ('dev_10', 'Front desk', 'laptop', 'yes', 'in-use', '2026-11-24T09:00:00.000Z')`,
    look: 'select name, revision from devices',
    see: [{ name: 'Front desk', revision: 1 }],
  },
  11: {
    put: `insert into audit_checks (name, is_on, every_days, first_on, changed_at)
        values ('audits:trail', 1, 30, '2026-12-24', '2026-11-24T09:00:00.000Z');
      insert into audit_records (id, check_name, on_day, result, words, evidence, by, at)
        values ('adr_11', 'audits:trail', '2026-11-24', 'findings', '', '[]', 'owner', '2026-11-24T09:00:00.000Z');
      insert into audit_findings (id, record, words, severity, due_on) values ('fnd_11', 'adr_11', 'No sheet', 'low', '2026-12-01')`,
    look: `select check_name, f.words as words, f.state as state from audit_findings f join audit_records r on r.id = f.record`,
    see: [{ check_name: 'audits:trail', words: 'No sheet', state: 'open' }],
  },
  12: {
    put: `insert into own_holidays values ('hol_12', 'DE-BY', 8, 8, null, 'Peace Festival', 0, '2026-11-24T09:00:00.000Z')`,
    look: 'select calendar, name from own_holidays',
    see: [{ calendar: 'DE-BY', name: 'Peace Festival' }],
  },
  13: {
    put: `insert into documents (id, template, language, edition, next_review_on, created_at, changed_at)
        values ('doc_13', 'documents:remote-work', 'en', 'documents/1', '2027-11-24', '2026-11-24T09:00:00.000Z', '2026-11-24T09:00:00.000Z');
      insert into document_sections values ('doc_13', 'rules', 0, '{}', '{}', null);
      insert into document_versions values ('doc_13', 1, 'Away', '{}', 'ab', 'documents/1', 'owner', '2026-11-24T09:00:00.000Z', null);
      insert into document_readings values ('doc_13', 1, 'owner', '2026-11-24T09:00:00.000Z');
      insert into business_facts values ('name', 'Harbor Lane', '2026-11-24T09:00:00.000Z');
      insert into responsibilities (area, accountable, changed_at) values ('documents:privacy', 'owner', '2026-11-24T09:00:00.000Z')`,
    look: `select d.revision as revision, v.title as title, r.person as person, consulted from documents d
        join document_versions v on v.document = d.id join document_readings r on r.document = d.id join responsibilities`,
    see: [{ revision: 1, title: 'Away', person: 'owner', consulted: '[]' }],
  },
  14: {
    put: `insert into business_profiles values ('business', 1, '2026-11-24T09:00:00.000Z', 'owner', 0, '{"name":"Berg"}');
      insert into processing_activities values ('act_14', 1, '2026-11-24T09:00:00.000Z', 'owner', 0, '{"title":"News"}');
      insert into processing_versions values (1, '2026-11-24T09:00:00.000Z', 'owner', 'abc', 1, '{"entries":[]}')`,
    look: `select json_extract(a.content, '$.title') as title, v.digest as digest from processing_activities a, processing_versions v`,
    see: [{ title: 'News', digest: 'abc' }],
  },
  15: {
    put: `insert into customers (number, created_at, changed_at, sort_name, search_text) values (71, 'a', 'a', 'x', 'x');
      insert into consent_facts values ('cns_15', 71, 'channel/email', 'no', '2026-01-12', '2026-11-24T09:00:00.000Z', 'owner', 'phone',
        null, '[]', '', '', null, 'aa', '{}');
      insert into consent_standing values (71, 'channel/email', 'no', '2026-01-12', '2026-11-24T09:00:00.000Z', null, 'cns_15')`,
    look: "select topic, said from consent_facts where id = 'cns_15'",
    see: [{ topic: 'channel/email', said: 'no' }],
  },
  16: {
    put: `insert into training_courses (name, is_on, roles, every_days, first_on, changed_at)
        values ('training:phishing', 1, '["everybody"]', 365, '2026-12-24', '2026-11-24T09:00:00.000Z');
      insert into training_results (id, member, course, title, way, on_day, right_answers, out_of, passed, edition, answers, provider, by, at)
        values ('trn_13', 'owner', 'training:phishing', 'Phishing', 'paper', '2026-11-24', 6, 6, 1, 'training/2026-11-24.1', '{}', '', 'owner', '2026-11-24T09:00:00.000Z');
      insert into checklists (id, kind, member, name, started_by, started_at) values ('jlc_13', 'leaving', 'mem_13', 'Kim', 'owner', '2026-11-24T09:00:00.000Z');
      insert into checklist_items (checklist, name, place, words, about, due_on) values ('jlc_13', 'training:leaving-keys', 0, '{}', 'none', '2026-11-24')`,
    look: `select r.passed as passed, i.state as state from training_results r, checklist_items i`,
    see: [{ passed: 1, state: 'open' }],
  },
  17: {
    put: `insert into vendors values ('ven_17', 1, '2026-11-24T09:00:00.000Z', 'owner', 0, '{"name":"Mailer"}');
      insert into integrations values ('itg_17', 1, '2026-11-24T09:00:00.000Z', 'owner', 0, '{"name":"Shop"}');
      insert into vendor_questionnaires (id, vendor, language, sent_at, questions) values ('vqn_17', 'ven_17', 'en', '2026-11-24T09:00:00.000Z', '[]')`,
    look: `select json_extract(v.content, '$.name') as name, q.answers as answers from vendors v join vendor_questionnaires q on q.vendor = v.id`,
    see: [{ name: 'Mailer', answers: '{}' }],
  },
  18: {
    put: `insert into second_key values (1, 'public', '2026-11-24T09:00:00.000Z');
      insert into second_key_contents (box_from, box_nonce, box_sealed, made_at) values ('a', 'b', 'c', '2026-11-24T09:00:00.000Z')`,
    look: 'select public_key, box_sealed from second_key, second_key_contents',
    see: [{ public_key: 'public', box_sealed: 'c' }],
  },
  19: {
    put: `insert into backup_places (id, name, address, plan, made_at) values ('bpl_19', 'Drive', '{}', '{}', '2026-11-24T09:00:00.000Z');
      insert into backup_runs values ('bru_19', 'bpl_19', 'backup', '2026-11-24T09:00:00.000Z', '2026-11-24T09:01:00.000Z', 'good', 1, '{}', null);
      insert into backup_targets values (1, 24, 60);
      insert into other_backups (id, what, kept_where, how_often, test_every_days) values ('obk_19', 'Website', 'Host', 'daily', 90);
      insert into erasure_ledger (kind, subject, at) values ('customer-erased', 'C-7', '2026-11-24T09:00:00.000Z')`,
    look: `select place, outcome, subject, what.what from backup_runs, erasure_ledger, other_backups what`,
    see: [{ place: 'bpl_19', outcome: 'good', subject: 'C-7', what: 'Website' }],
  },
  20: {
    put: `insert into risks (id, draft, changed_at) values ('rsk_17', '{"title":"Theft"}', '2026-11-24T09:00:00.000Z');
      insert into risk_actions (id, about, words, due_on) values ('act_17', 'rsk_17', 'Lock it', '2026-12-01');
      insert into assessments (id, template, edition, content, author, changed_at)
        values ('asm_17', 'risks:dpia', 'risks/1', '{}', 'owner', '2026-11-24T09:00:00.000Z')`,
    look: `select a.state as action, s.state as assessment from risk_actions a, assessments s`,
    see: [{ action: 'open', assessment: 'draft' }],
  },
  21: {
    put: `insert into legal_holds values ('hld_21', 'Lawsuit', 'Claim', '{"ids":["C-1"]}', '2026-11-24T09:00:00.000Z', 'owner', null, null);
      insert into retention_runs values ('rrn_21', '2026-11-24T09:00:00.000Z', 'owner', '2026-11-24', 3, 4, '[]', '${'a'.repeat(64)}')`,
    look: 'select (select name from legal_holds) as name, (select removed from retention_runs) as removed',
    see: [{ name: 'Lawsuit', removed: 3 }],
  },
  22: {
    put: `insert into setup_steps values ('business', 'done', '2026-11-24T09:00:00.000Z', 'owner');
      insert into objectives values ('processing:o-serve', '2026-11-24T09:00:00.000Z')`,
    look: 'select step, name from setup_steps, objectives',
    see: [{ step: 'business', name: 'processing:o-serve' }],
  },
  23: {
    put: `insert into management_reviews (id, content, digest, public_key, signature, evidence, held_on, next_on, by, at)
        values ('rvw_21', '{}', 'ab', 'cd', 'ef', 'evi_21', '2026-11-24', '2027-11-24', 'owner', '2026-11-24T09:00:00.000Z')`,
    look: 'select next_on from management_reviews',
    see: [{ next_on: '2027-11-24' }],
  },
};

describe('migrations', () => {
  it('are numbered without gaps, and every one has rows here', () => {
    expect(migrations.map(({ number }) => number)).toEqual(migrations.map((_, index) => index + 1));
    expect(Object.keys(rows).map(Number)).toEqual(migrations.map(({ number }) => number));
  });

  it.each(migrations.map(({ number }) => number))(
    'from version %i keep what was there, and set a copy aside first',
    async (from) => {
      await migrate(driver, async () => undefined, migrations.slice(0, from));
      for (let version = 1; version <= from; version += 1) await driver.exec(rows[version]?.put ?? '');
      await driver.close();
      const store = await openStore(folder, key, 'open');
      expect(await storeVersion(store.writer.driver)).toBe(migrations.length);
      for (let version = 1; version <= from; version += 1)
        expect(await store.reader.driver.all(rows[version]?.look ?? '')).toEqual(rows[version]?.see);
      await store.close();
      const aside = join(folder, 'set-aside', `before-version-${from + 1}.db`);
      expect(existsSync(aside)).toBe(from < migrations.length);
      if (from < migrations.length) {
        const copy = await openDriver(aside, { mode: 'read', key });
        expect(await storeVersion(copy)).toBe(from);
        expect(await copy.all(rows[from]?.look ?? '')).toEqual(rows[from]?.see);
        await copy.close();
        expect(readFileSync(aside).subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3');
      }
    },
  );

  it('are all or nothing', async () => {
    await migrate(driver, async () => undefined, migrations.slice(0, 1));
    const broken = [
      ...migrations,
      { number: migrations.length + 1, name: 'broken', sql: 'create table half (x); select nonsense' },
    ];
    await expect(migrate(driver, async () => undefined, broken)).rejects.toThrow();
    expect(await storeVersion(driver)).toBe(1);
    expect(await driver.all("select name from sqlite_master where name in ('customers', 'half')")).toEqual([]);
  });

  it('are frozen once shipped: a mistake is repaired by the next one', () => {
    const file = join(import.meta.dirname, 'frozen.json');
    const digests = Object.fromEntries(
      migrations.map(({ number, name, sql }) => [
        `${String(number).padStart(4, '0')}-${name}`,
        createHash('sha256').update(sql).digest('hex'),
      ]),
    );
    // A new migration is entered by running the tests once with STEWARD_FREEZE=1.
    if (process.env['STEWARD_FREEZE'] === '1') writeFileSync(file, `${JSON.stringify(digests, null, 2)}\n`);
    expect(digests).toEqual(JSON.parse(readFileSync(file, 'utf8')));
  });
});
