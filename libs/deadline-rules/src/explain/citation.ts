/** The clause a limit comes from, as an explanation cites it. */
export interface Citation {
  /** The rule's id, such as `s2.4/11`. */
  rule: string;
  /** Title of the regulation, in the language of the explanation. */
  title?: string;
  clause: string;
  /** Words of the source, quoted as they stand there. */
  words?: string;
  /** The text gives a word and no figure: the limit is the operator's setting. */
  open?: boolean;
}

/** What an explanation may carry beside the due itself. */
export interface ExplainOptions {
  cite?: Citation;
}
