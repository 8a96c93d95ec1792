/** A section's text on the page. */
import { Fragment } from 'react';
import type { SectionBlock } from '#shared/domains/documents/model';
import { piecesOf } from '#shared/papers/lines';
import type { Line } from '#shared/papers/paper';
import { TableFrame } from '../../ui/TableFrame';
import styles from './documents.module.css';

export const SectionText = ({ blocks }: { readonly blocks: readonly SectionBlock[] }) => (
  <div className={styles.text}>
    {blocks.map((block, at) => (
      <Shown key={at} block={block} />
    ))}
  </div>
);

function Shown({ block }: { readonly block: SectionBlock }) {
  switch (block.kind) {
    case 'heading':
      return block.level === 3 ? <h3>{block.text}</h3> : <h4>{block.text}</h4>;
    case 'paragraph':
      return (
        <p>
          <Text line={block.text} />
        </p>
      );
    case 'note':
      return (
        <div className={styles.note}>
          <Text line={block.text} />
        </div>
      );
    case 'list': {
      const items = block.items.map((item, at) => (
        <li key={at}>
          <Text line={item} />
        </li>
      ));
      return block.ordered === true ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    case 'table':
      return (
        <TableFrame label={block.name}>
          <table aria-label={block.name}>
            <thead>
              <tr>
                {block.headers.map((header, at) => (
                  <th key={at} scope="col">
                    {header}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {block.rows.map((cells, at) => (
                <tr key={at}>
                  {cells.map((cell, x) => (
                    <td key={x}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </TableFrame>
      );
  }
}

/** Addresses are shown, not followed: Steward opens no browser. */
const Text = ({ line }: { readonly line: Line }) =>
  piecesOf(line).map(({ text, strong, link }, at) => (
    <Fragment key={at}>{strong ? <strong>{text}</strong> : link === null ? text : <u title={link}>{text}</u>}</Fragment>
  ));
