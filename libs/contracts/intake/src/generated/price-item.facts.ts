// Generated from libs/intake/domain/core.yaml by tools/generators. Edit that file and generate anew.

export type PriceItemState = 'listed' | 'withdrawn';

export type PriceItemAct = 'list' | 'change' | 'withdraw';

export interface PriceItemFacts {
  readonly code?: string;
  readonly name?: string;
  readonly trade?: string;
  readonly inCatalogue?: boolean;
}

export interface PriceItemListInput {
  readonly code: string;
  readonly name: string;
  readonly trade: string;
  readonly inCatalogue?: boolean;
}

export interface PriceItemChangeInput {
  readonly name?: string;
  readonly trade?: string;
  readonly inCatalogue?: boolean;
}
