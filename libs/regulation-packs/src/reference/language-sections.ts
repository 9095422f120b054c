/** A chapter of the language reference: its example (`reference/<name>.yaml`) and the shapes it explains. */
export interface Chapter {
  readonly name: string;
  readonly title: string;
  /** Sections of a pack (members of the whole document). */
  readonly sections: readonly string[];
  /** Shapes of the schema that are explained here. */
  readonly shapes: readonly string[];
}

/** Every section of a pack and every shape of the schema stands in one chapter. */
export const chapters: readonly Chapter[] = [
  { name: 'head', title: 'Head', sections: ['language', 'pack', 'title', 'source', 'variantOf', 'mode'], shapes: ['rule', 'localisedText', 'expression', 'literal'] },
  { name: 'cites', title: 'Citations', sections: ['cites'], shapes: ['cite'] },
  { name: 'texts', title: 'Texts', sections: ['texts'], shapes: [] },
  { name: 'values', title: 'Values', sections: ['values'], shapes: ['value', 'exception'] },
  { name: 'parties', title: 'Parties', sections: ['parties'], shapes: ['party', 'persons'] },
  { name: 'kinds', title: 'Kinds', sections: ['kinds'], shapes: ['kind'] },
  { name: 'fields', title: 'Fields', sections: [], shapes: ['field', 'bound'] },
  { name: 'acts', title: 'Acts and gates', sections: [], shapes: ['act', 'gate', 'together'] },
  { name: 'steps', title: 'Steps', sections: [], shapes: ['step', 'trigger', 'when', 'due'] },
  { name: 'tables', title: 'Tables', sections: [], shapes: ['table'] },
  { name: 'effects', title: 'Effects', sections: [], shapes: ['effect', 'effectAction', 'threshold'] },
  { name: 'forms', title: 'Forms', sections: ['forms'], shapes: ['form'] },
  { name: 'queries', title: 'Queries', sections: ['queries'], shapes: ['query'] },
  { name: 'views', title: 'Views', sections: ['views'], shapes: ['view'] },
  { name: 'indicators', title: 'Indicators', sections: ['indicators'], shapes: ['indicator', 'band'] },
  { name: 'cycles', title: 'Cycles', sections: ['cycles'], shapes: ['cycle'] },
  { name: 'distributions', title: 'Distributions', sections: ['distributions'], shapes: ['distribution', 'principle'] },
  { name: 'retention', title: 'Retention', sections: ['retention'], shapes: ['retention'] },
  { name: 'notes', title: 'Notes and what is not built', sections: ['notes', 'notBuilt'], shapes: [] },
  { name: 'cases', title: 'Worked examples', sections: ['stages', 'cases'], shapes: ['stage', 'example', 'caseAct', 'expectation'] },
];
