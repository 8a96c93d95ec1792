/** Where data go: people, systems and recipients as nodes, and an arrow wherever an activity moves something. Laid out by dagre. */
import dagre from '@dagrejs/dagre';
import type { RecordContent } from './model';

export type FlowKind = 'people' | 'system' | 'recipient';

export type FlowNode = {
  readonly id: string;
  readonly kind: FlowKind;
  readonly label: string;
  /** The country, in words; empty where none is known. */
  readonly place: string;
  /** Special-category data come through here. */
  readonly sensitive: boolean;
  /** A country whose transfer needs a tool and has none. */
  readonly open: boolean;
};

export type FlowEdge = {
  readonly from: string;
  readonly to: string;
  /** Titles of the activities, in their order. */
  readonly activities: readonly string[];
  /** Crosses a border that needs something. */
  readonly abroad: boolean;
};

export type Flow = { readonly nodes: readonly FlowNode[]; readonly edges: readonly FlowEdge[] };

export type FlowWords = {
  /** What the customer store and the people in it are called. */
  readonly store: string;
  readonly customers: string;
  readonly country: (code: string) => string;
};

export function flowOf({ entries }: RecordContent, words: FlowWords): Flow {
  const nodes = new Map<string, FlowNode>();
  const edges = new Map<string, { from: string; to: string; activities: Set<string>; abroad: boolean }>();
  const node = (kind: FlowKind, label: string, country: string | null, sensitive: boolean, open = false): string => {
    const id = `${kind}:${label.toLowerCase()}:${country ?? ''}`;
    const known = nodes.get(id);
    const place = country === null ? '' : words.country(country);
    nodes.set(id, {
      id,
      kind,
      label: known?.label ?? label,
      place,
      sensitive: sensitive || (known?.sensitive ?? false),
      open: open || (known?.open ?? false),
    });
    return id;
  };
  const arrow = (from: string, to: string, activity: string, abroad = false): void => {
    const key = `${from} -> ${to}`;
    const edge = edges.get(key) ?? { from, to, activities: new Set<string>(), abroad: false };
    edge.activities.add(activity);
    edge.abroad ||= abroad;
    edges.set(key, edge);
  };
  for (const { title, storeData, otherData, systems, recipients } of entries) {
    const inStore = storeData.length > 0;
    const storeIsSensitive = storeData.some(({ sensitivity }) => sensitivity === 'special-category');
    const otherIsSensitive = otherData.some(({ sensitivity }) => sensitivity === 'special-category');
    const sensitive = storeIsSensitive || otherIsSensitive;
    const store = inStore ? [node('system', words.store, null, storeIsSensitive)] : [];
    const own = systems.map(({ name, country }) => node('system', name, country, sensitive));
    const places = [...store, ...own];
    if (inStore) {
      const customers = node('people', words.customers, null, storeIsSensitive);
      for (const place of places) arrow(customers, place, title);
    }
    for (const { people, sensitivity } of otherData) {
      const whose = node('people', people, null, sensitivity === 'special-category');
      for (const place of own.length > 0 ? own : places) arrow(whose, place, title);
    }
    for (const { name, country, need, tool } of recipients) {
      const to = node('recipient', name, country, sensitive, need === 'tool' && tool === null);
      for (const place of own.length > 0 ? own : places) arrow(place, to, title, need !== 'none');
    }
  }
  return {
    nodes: [...nodes.values()],
    edges: [...edges.values()].map(({ activities, ...edge }) => ({ ...edge, activities: [...activities] })),
  };
}

export const nodeSize = { width: 190, height: 62 } as const;

export type LaidFlow = Flow & {
  readonly width: number;
  readonly height: number;
  /** Upper left corners. */
  readonly places: ReadonlyMap<string, { readonly x: number; readonly y: number }>;
  /** Points of each arrow, in the order of `edges`. */
  readonly lines: readonly (readonly { readonly x: number; readonly y: number }[])[];
};

/** Left to right: people, systems, recipients. The same flow is always laid out the same way. */
export function layOut(flow: Flow): LaidFlow {
  const graph = new dagre.graphlib.Graph();
  graph.setGraph({ rankdir: 'LR', nodesep: 18, ranksep: 110, marginx: 12, marginy: 12 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { id } of flow.nodes) graph.setNode(id, { ...nodeSize });
  for (const { from, to } of flow.edges) graph.setEdge(from, to);
  if (flow.nodes.length > 0) dagre.layout(graph);
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  return {
    ...flow,
    width: Math.ceil(width),
    height: Math.ceil(height),
    places: new Map(
      flow.nodes.map(({ id }) => {
        const { x, y } = graph.node(id) as { x: number; y: number };
        return [id, { x: Math.round(x - nodeSize.width / 2), y: Math.round(y - nodeSize.height / 2) }];
      }),
    ),
    lines: flow.edges.map(({ from, to }) => (graph.edge(from, to) as { points: { x: number; y: number }[] }).points),
  };
}
