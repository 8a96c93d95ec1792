/** A report as a document: what every format writes, whatever the report is about. Text only; nothing in it is ever run. */

export type Cell = string | number;

export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** A few numbers at a glance; `marked` ones ask for care. */
  | {
      readonly kind: 'figures';
      readonly items: readonly { readonly value: string; readonly label: string; readonly marked: boolean }[];
    }
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [name: string, value: string])[] }
  | {
      readonly kind: 'table';
      /** Names the table in spreadsheets and for people who cannot see it. */
      readonly name: string;
      readonly headers: readonly string[];
      readonly rows: readonly (readonly Cell[])[];
      /** Columns of numbers, set to the right. */
      readonly numbers: readonly number[];
      /** Relative widths of the columns in print. */
      readonly widths: readonly number[];
    }
  | {
      readonly kind: 'bars';
      /** Says in words what the picture shows. */
      readonly alt: string;
      readonly most: number;
      /** What the colour of marked bars means; null when none is marked. */
      readonly legend: string | null;
      readonly bars: readonly {
        readonly label: string;
        readonly value: number;
        readonly text: string;
        readonly marked: boolean;
      }[];
    };

export type ReportDocument = {
  readonly language: 'en' | 'de';
  readonly title: string;
  readonly subtitle: string;
  readonly blocks: readonly Block[];
  /** Stands on every page: the trail's checkpoint. */
  readonly footer: string;
  /** What the QR code in the footer says. */
  readonly checkpoint: string;
  /** The day the document is dated, `YYYY-MM-DD`. */
  readonly day: string;
  readonly pageWord: string;
};
