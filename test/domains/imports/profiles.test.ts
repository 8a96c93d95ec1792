/** Every profile recognises its program's export and sends each column where it belongs. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exports } from './files';
import { type ImportBench, importBench } from './import-bench';

describe('profiles', () => {
  let bench: ImportBench;
  beforeAll(async () => {
    bench = await importBench();
  });
  afterAll(() => bench.end());

  test.each(exports.map((one) => [`${one.profile} ${one.fileName}`, one] as const))('%s', async (_name, one) => {
    const look = await bench.ask('imports', 'look', { file: bench.write(one.fileName, one.text), options: {} });
    expect(look.profile).toBe(one.profile);
    expect(look.rowsExact).toBe(true);
    const report = await bench.run(one.fileName, one.text, { defaultCountry: 'US' });
    expect(report.profile).toBe(one.profile);
    expect(report).toMatchObject({ imported: one.imported, quarantined: 0, skipped: 0 });
    for (const header of one.dropped ?? []) expect(report.dropped).toContain(header);
    const [first] = await bench.workbench
      .read()
      .driver.all('select * from customers where import = ?1 order by number limit 1', [report.id]);
    for (const [field, value] of Object.entries(one.first)) {
      expect({ [field]: field === 'tags' ? JSON.parse(String(first?.['tags'])) : first?.[field] }).toEqual({
        [field]: value,
      });
    }
    // Every column is mapped to a field or deliberately dropped; nothing in between reaches the store.
    const mapped = look.columns.filter(({ decision }) => decision === 'map');
    expect(mapped.every(({ field }) => field !== null)).toBe(true);
    expect(report.dropped).toHaveLength(look.columns.length - mapped.length);
    await bench.ask('imports', 'undo', { id: report.id });
  });
});
