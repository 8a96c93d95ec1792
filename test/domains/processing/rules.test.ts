/** The pure parts of the record: the picture's nodes, arrows and lines. */
import { describe, expect, it } from 'vitest';
import { flowOf, layOut, nodeSize } from '#shared/domains/processing/flow';
import { flowSvg, linesOf } from '#shared/domains/processing/flow-svg';
import type { RecordContent, RecordEntry } from '#shared/domains/processing/model';

const words = { store: 'Store', customers: 'Customers', country: (code: string) => `in ${code}` };
const entry = (some: Partial<RecordEntry>): RecordEntry => ({
  id: 'act_00000000000000000000' as RecordEntry['id'],
  revision: 1,
  title: 'News',
  role: 'controller',
  partners: [],
  purposes: [],
  storeData: [],
  otherData: [],
  systems: [],
  recipients: [],
  storeRetention: [],
  retention: '',
  measures: [],
  otherMeasures: '',
  owner: null,
  reviewOn: null,
  ...some,
});
const content = (...entries: RecordEntry[]): RecordContent => ({ business: null, entries, tools: [] });
const email = { name: 'email', label: 'E-mail', sensitivity: 'ordinary' } as RecordEntry['storeData'][number];
const mailer = { name: 'Mailer', country: 'US', tool: null, vendor: null, need: 'tool' } as const;

describe('the flow', () => {
  it('goes from people through systems to recipients, and says what is open', () => {
    const flow = flowOf(
      content(
        entry({ storeData: [email], systems: [{ name: 'News program', country: null }], recipients: [mailer] }),
        entry({
          title: 'Pay',
          otherData: [{ people: 'Staff', data: 'Pay', sensitivity: 'special-category' }],
          systems: [{ name: 'news PROGRAM', country: null }],
        }),
      ),
      words,
    );
    const labels = new Map(flow.nodes.map(({ id, label }) => [id, label]));
    expect(flow.edges.map(({ from, to, abroad }) => [labels.get(from), labels.get(to), abroad])).toEqual([
      ['Customers', 'Store', false],
      ['Customers', 'News program', false],
      ['News program', 'Mailer', true],
      ['Staff', 'News program', false],
    ]);
    const mail = flow.nodes.find(({ label }) => label === 'Mailer');
    expect(mail).toMatchObject({ place: 'in US', open: true, sensitive: false });
    expect(flow.nodes.find(({ label }) => label === 'News program')?.sensitive).toBe(true);
  });

  it('is laid out the same way every time, with nothing on top of another', () => {
    const many = Array.from({ length: 12 }, (_, at) =>
      entry({
        title: `Activity ${at}`,
        storeData: [email],
        systems: [{ name: `System ${at % 4}`, country: null }],
        recipients: [{ ...mailer, name: `Recipient ${at}` }],
      }),
    );
    const flow = flowOf(content(...many), words);
    const laid = layOut(flow);
    expect(layOut(flow).places).toEqual(laid.places);
    const places = [...laid.places.values()];
    for (const [at, one] of places.entries())
      for (const other of places.slice(at + 1))
        expect(
          Math.abs(one.x - other.x) >= nodeSize.width || Math.abs(one.y - other.y) >= nodeSize.height,
          JSON.stringify([one, other]),
        ).toBe(true);
    expect(laid.lines).toHaveLength(flow.edges.length);
  });

  it('writes words of people as text, never as markup', () => {
    const svg = flowSvg(
      layOut(
        flowOf(content(entry({ storeData: [email], recipients: [{ ...mailer, name: '<script>&"\u0001' }] })), words),
      ),
      'A & B',
    );
    expect(svg).toContain('&lt;script&gt;&amp;&quot;</text>');
    expect(svg).toContain('<title>A &amp; B</title>');
  });

  it('breaks names into two lines and says where it cut', () => {
    expect(linesOf('Mailer')).toEqual(['Mailer']);
    expect(linesOf('Practice management system of the house')).toEqual(['Practice management system', 'of the house']);
    expect(linesOf('one two three four five six seven eight nine ten eleven twelve')[1]).toMatch(/ …$/);
  });
});
