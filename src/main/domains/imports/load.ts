/** Reads a file from end to end in the worker: rows become packed batches, known e-mail addresses become merges, the rest quarantine. */
import { createHash } from 'node:crypto';
import { assert } from '#shared/kernel/assert';
import { emailKeyOf } from '#shared/domains/customers/normalise-email';
import { takenFrom } from '#shared/domains/customers/normalise';
import { slots } from '#shared/domains/customers/normalise-slots';
import type { RowProblem, WarningCode } from '#shared/domains/imports/model';
import { RowReader } from '#shared/domains/imports/row';
import { JsonbRows } from '../../db/jsonb';
import { sealedValues } from '../../vault/sealed-text';
import { columnsFor } from './columns';
import { EmailTable } from './email-table';
import { decide, planOf, rowsOf } from './look';
import { type KnownEmail, workOutMerges } from './merge-rows';
import { slotPacker } from './pack';
import { sealedCells } from './sealed-cells';
import { openSource } from './source';
import type { FromWorker, RunOrder } from './worker-messages';

/** Small enough for quick steps, large enough that the call does not count. */
const batchRows = 2_500;
const batchBytes = 1_500_000;
/** Rows with a known e-mail are worked out when so many have come together. */
const mergeRows = 3_000;
/** So many customers cross to the worker in one piece. */
const foundRows = 1_000;

export type Port = {
  post(message: FromWorker, transfer?: readonly ArrayBuffer[]): void;
  /** Resolves when main can take another batch, with the memory of one it is done with. */
  credit(): Promise<ArrayBuffer | undefined>;
  /** Packed pages of the e-mail keys that are there. */
  known(): AsyncIterable<string>;
  find(numbers: readonly number[]): Promise<string>;
};

export async function loadFile(order: RunOrder, port: Port): Promise<void> {
  const source = await openSource(order.file, order.options);
  const decided = decide(source, order.options, order.columns);
  const plan = await planOf(source, decided, order.options);
  const columns = columnsFor(plan);
  const expectedRows = rowsOf(source);
  port.post({
    kind: 'opened',
    fileName: source.fileName,
    profile: decided.profile,
    encoding: source.encoding,
    delimiter: source.delimiter,
    plan,
    dropped: decided.columns.filter(({ decision }) => decision !== 'map').map(({ header }) => header),
    columns,
    bytes: source.bytes,
    expectedRows,
  });
  const emails = new EmailTable(order.customers + expectedRows);
  for await (const packed of port.known()) {
    for (const [number, key] of JSON.parse(packed) as [number, string][]) emails.add(key, number);
  }

  const reader = new RowReader(plan);
  const encoder = new JsonbRows(batchBytes + (1 << 16));
  const pack = slotPacker(encoder, columns);
  const kept = new JsonbRows(1 << 16);
  const hash = createHash('sha256');
  const warnings: Partial<Record<WarningCode, number>> = {};
  const warn = (code: WarningCode): void => {
    warnings[code] = (warnings[code] ?? 0) + 1;
  };
  let number = order.firstNumber;
  let rows = 0;
  let skipped = 0;
  let bytes = 0;
  let waiting: KnownEmail[] = [];

  const flush = async (): Promise<void> => {
    if (encoder.rows === 0 && kept.rows === 0 && skipped === 0) return;
    const memory = await port.credit();
    const [imported, quarantined] = [encoder.rows, kept.rows];
    const customers = imported > 0 ? encoder.take(memory) : null;
    const quarantine = quarantined > 0 ? kept.take() : null;
    port.post(
      { kind: 'batch', customers, imported, quarantine, quarantined, skipped, bytes },
      [customers, quarantine].flatMap((blob) => (blob === null ? [] : [blob.buffer])),
    );
    skipped = 0;
  };
  const merge = async (): Promise<void> => {
    if (waiting.length === 0) return;
    const known = waiting;
    waiting = [];
    // The rows they may join must be in the store first.
    await flush();
    const numbers = [...new Set(known.flatMap(({ candidates }) => candidates))];
    const packed: string[] = [];
    for (let at = 0; at < numbers.length; at += foundRows)
      packed.push(await port.find(numbers.slice(at, at + foundRows)));
    const merges = workOutMerges(known, packed, {
      columns,
      importId: order.importId,
      joinOtherNames: order.options.sameEmailOtherName === 'merge',
      warn,
    });
    port.post(
      merges,
      [merges.customers, merges.updates, merges.log, merges.history].flatMap((blob) =>
        blob === null ? [] : [blob.buffer],
      ),
    );
  };
  const keep = (row: number, cells: readonly string[], problems: readonly RowProblem[]): void => {
    const named = sealedCells(cells, plan, order.sealing).map((cell, index) => [source.headers[index] ?? '', cell]);
    while (named.length < source.headers.length) named.push([source.headers[named.length] ?? '', '']);
    kept.addRow([row, JSON.stringify(named), JSON.stringify(problems)]);
  };
  const bring = (row: number): void => {
    const { customer } = reader;
    const custom = order.sealing === null ? reader.custom : sealedValues(order.sealing, reader.custom);
    for (const { code } of customer.warnings) warn(code);
    const email = customer.values[slots.email];
    if (!email) pack(number, customer, custom, null);
    else {
      const key = emailKeyOf(email);
      const candidates = emails.find(key);
      if (candidates === null) pack(number, customer, custom, key);
      else waiting.push({ row, number, key, candidates, customer: takenFrom(customer), custom });
      emails.add(key, number);
    }
    number += 1;
  };

  for await (const batch of source.batches((piece) => hash.update(piece))) {
    bytes = batch.bytes;
    for (let index = 0; index < batch.rows.length; index += 1) {
      const cells = batch.rows[index] ?? [];
      rows += 1;
      const row = batch.first + index;
      const outcome = reader.read(cells, batch.broken.size > 0 && batch.broken.has(index), batch.storable);
      if (outcome === 'ready') bring(row);
      else if (outcome === 'skip') skipped += 1;
      else keep(row, cells, reader.problems);
      if (encoder.rows >= batchRows || encoder.size >= batchBytes || kept.size >= batchBytes) await flush();
      if (waiting.length >= mergeRows) await merge();
    }
  }
  await merge();
  await flush();
  assert(number - order.firstNumber <= rows, 'every number belongs to a row');
  port.post({ kind: 'done', rows, lastNumber: number - 1, hash: hash.digest('hex'), warnings });
}
