/** Lines of the tables as they should be, before anybody writes them down. */

/** A day is `yyyy-mm-dd`, a month `yyyy-mm`; several codes are a list. */
export type Clean = string | number | boolean | null | readonly string[];
export type Row = Readonly<Record<string, Clean>>;

export type TableId =
  | 'W02'
  | 'W03'
  | 'W04'
  | 'W05'
  | 'W06'
  | 'W07'
  | 'W08'
  | 'W09'
  | 'W10'
  | 'W11'
  | 'W12'
  | 'W13'
  | 'W14'
  | 'W15';
