/** Someone of the operator's directory as the engine sees them (copied from the gateway by events). */
export interface Person {
  /** Id of the staffMember matter. */
  readonly id: string;
  readonly name: string;
  /** Platform and pack roles in kebab-case: `front-desk`, `equipment-manager` … */
  readonly roles: readonly string[];
  readonly place?: string;
  readonly department?: string;
  readonly rank?: number;
  readonly superior?: string;
  readonly teams?: readonly string[];
  readonly leads?: readonly string[];
  readonly qualifications?: readonly string[];
  /** Instants; a person is present from joined to left and not within an absence. */
  readonly joined?: string;
  readonly left?: string;
  readonly absences?: readonly { readonly from: string; readonly to: string; readonly deputy?: string }[];
  /** Local times of day, `08:30-17:30` or `20:00-08:00`; absent: always on duty when present. */
  readonly shift?: string;
}

/** Who acts. `system` for effects and alarms; a customer acts by account or through staff with evidence. */
export interface Actor {
  readonly id: string;
  readonly kind: 'staff' | 'customer' | 'system' | 'api-client';
  readonly name: string;
  readonly roles: readonly string[];
}

export interface OnBehalfOf {
  /** Id of the person or customer represented. */
  readonly id: string;
  readonly kind: 'staff' | 'customer';
  readonly name?: string;
  readonly evidence?: string;
}

/** The operator's staff at the time of the act. */
export interface Directory {
  person(id: string): Person | undefined;
  all(): readonly Person[];
  /** Those of `all()`, in its order, with one of these roles (kebab-case); left out: the engine looks through all of them. See `directoryOf`. */
  inRoles?(roles: readonly string[]): readonly Person[];
}
