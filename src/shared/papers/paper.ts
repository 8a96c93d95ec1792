/** A paper: what every format writes, whatever it is about. Text only; nothing in it is ever run or read as markup. */

export type PaperLanguage = 'en' | 'de' | 'fr' | 'es';

/** A piece of a line. `link` is an address people may follow; others than those `isSafeAddress` knows are shown as text only. */
export type Inline = string | { readonly text: string; readonly strong?: boolean; readonly link?: string };

/** A line of text, plain or in pieces. */
export type Line = string | readonly Inline[];

export type Cell = string | number;

export type Block =
  /** Level 2 where none is said; the title of the paper is level 1. */
  | { readonly kind: 'heading'; readonly text: string; readonly level?: 2 | 3 | 4 }
  | { readonly kind: 'paragraph'; readonly text: Line }
  | { readonly kind: 'list'; readonly items: readonly Line[]; readonly ordered?: boolean }
  /** Something to notice, beside the text. */
  | { readonly kind: 'note'; readonly text: Line }
  /** Words and what they mean, a person's facts, a form that was filled in. */
  | { readonly kind: 'definitions'; readonly rows: readonly (readonly [term: string, meaning: Line])[] }
  /** Names with values that machines compare: digests, keys, numbers. */
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [name: string, value: string])[] }
  /** A few numbers at a glance; `marked` ones ask for care. */
  | {
      readonly kind: 'figures';
      readonly items: readonly { readonly value: string; readonly label: string; readonly marked: boolean }[];
    }
  | {
      readonly kind: 'table';
      /** Names the table in spreadsheets and for people who cannot see it. */
      readonly name: string;
      /** Shown above the table. */
      readonly caption?: string;
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
    }
  /** A drawing of ours as SVG with `width`, `height` and `viewBox`: shapes and text with attributes; no styles, scripts or addresses. */
  | {
      readonly kind: 'picture';
      readonly svg: string;
      /** Says in words what the picture shows. */
      readonly alt: string;
      readonly caption?: string;
    }
  /** Boxes to tick, on paper or already ticked. */
  | { readonly kind: 'ticks'; readonly items: readonly { readonly text: Line; readonly ticked: boolean }[] }
  /** Empty lines to sign on, each with what belongs on it. */
  | { readonly kind: 'signatures'; readonly lines: readonly string[] }
  | { readonly kind: 'page-break' };

export type BlockOf<K extends Block['kind']> = Extract<Block, { readonly kind: K }>;

export type Paper = {
  readonly language: PaperLanguage;
  readonly title: string;
  readonly subtitle: string;
  readonly blocks: readonly Block[];
  /** Stands on every page: the trail's checkpoint, or what the paper is and which version. */
  readonly footer: string;
  /** What the QR code in the footer says; null where there is none. */
  readonly checkpoint: string | null;
  /** The day the paper is dated, `YYYY-MM-DD`. */
  readonly day: string;
};

export const paperFormats = ['pdf', 'docx', 'html', 'md'] as const;
export type PaperFormat = (typeof paperFormats)[number];
