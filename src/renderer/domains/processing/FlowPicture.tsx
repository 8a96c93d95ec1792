/** The picture of where data go, to move about and zoom in, with the keyboard too. */
import { Button, Group } from '@mantine/core';
import {
  Handle,
  MarkerType,
  type NodeProps,
  Position,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
} from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { useMemo } from 'react';
import { type Flow, type FlowNode, layOut, nodeSize } from '#shared/domains/processing/flow';
import { useWords } from '../../app/words';
import styles from './RecordPage.module.css';

export const FlowPicture = ({ flow }: { readonly flow: Flow }) => (
  <ReactFlowProvider>
    <Picture flow={flow} />
  </ReactFlowProvider>
);

const kinds = { place: Place };

function Picture({ flow }: { readonly flow: Flow }) {
  const w = useWords('processing');
  const { zoomIn, zoomOut, fitView } = useReactFlow();
  const laid = useMemo(() => layOut(flow), [flow]);
  const nodes = laid.nodes.map((node) => ({
    id: node.id,
    type: 'place',
    position: laid.places.get(node.id) ?? { x: 0, y: 0 },
    width: nodeSize.width,
    height: nodeSize.height,
    data: { node },
    ariaLabel: [w.flowKinds[node.kind], node.label, node.place].filter(Boolean).join(', '),
  }));
  const names = new Map(laid.nodes.map(({ id, label }) => [id, label]));
  const edges = laid.edges.map(({ from, to, activities, abroad }) => ({
    id: `${from} -> ${to}`,
    source: from,
    target: to,
    ariaLabel: `${w.flowRow(names.get(from) ?? '', names.get(to) ?? '')}, ${w.flowIn(activities.join(', '))}`,
    markerEnd: { type: MarkerType.ArrowClosed },
    style: { stroke: 'var(--steward-soft)', ...(abroad ? { strokeDasharray: '6 4' } : {}) },
  }));
  return (
    <div>
      <div
        className={styles.flow}
        style={{ height: Math.min(Math.max(laid.height, 320), 760) }}
        role="group"
        aria-label={w.flowLabel(nodes.length, edges.length)}
      >
        <ReactFlow
          nodes={nodes}
          edges={edges}
          nodeTypes={kinds}
          fitView
          minZoom={0.2}
          nodesDraggable={false}
          nodesConnectable={false}
          edgesReconnectable={false}
          deleteKeyCode={null}
          // The page scrolls; the picture is moved by its buttons, by dragging and by pinching.
          zoomOnScroll={false}
          preventScrolling={false}
          proOptions={{ hideAttribution: true }}
        />
      </div>
      <Group gap="xs" mt="xs">
        <Button variant="default" size="xs" onClick={() => void zoomIn()}>
          {w.zoomIn}
        </Button>
        <Button variant="default" size="xs" onClick={() => void zoomOut()}>
          {w.zoomOut}
        </Button>
        <Button variant="default" size="xs" onClick={() => void fitView()}>
          {w.fit}
        </Button>
      </Group>
    </div>
  );
}

function Place({ data }: NodeProps) {
  const { node } = data as { readonly node: FlowNode };
  return (
    <div
      className={styles.node}
      data-kind={node.kind}
      data-sensitive={node.sensitive || undefined}
      data-open={node.open || undefined}
    >
      {node.kind !== 'people' && <Handle type="target" position={Position.Left} />}
      <span className={styles.nodeName}>{node.label}</span>
      {node.place !== '' && <span className={styles.place}>{node.place}</span>}
      {node.kind !== 'recipient' && <Handle type="source" position={Position.Right} />}
    </div>
  );
}
