/** Says what stands under a key: nothing special, something personal, a phone number or a secret. */
export type KeyKind = 'plain' | 'personal' | 'phone' | 'secret';
export type KindOfKey = (key: string, depth: number, parent: string | undefined) => KeyKind;

const SECRET = /^(authorization|proxyauthorization|cookie|setcookie|passw(or)?d|passcode|pin|otp|onetimecode|ticket|seed|apikey|credentials?|jwt)$|(token|secret|password|passwordhash|privatekey)$/;
const PHONE = /(phone|mobile|telephone|cellphone|tel)(number)?s?$/;
const PERSONAL = /^(room|wechat|idcard|idnumber)$|(address|email|street|birthday|fullname|realname|(customer|owner|contact|staff|person|caller|actor|technician|payer|payee)name)$/;
/** Under these a `name` is a technical one. */
const TECHNICAL_PARENTS = new Set(['err', 'error', 'cause', 'rpc', 'queue', 'consumer', 'stream', 'step', 'lease', 'database', 'collection', 'probe', 'gauge']);

/**
 * Names by which personal data and secrets go in bodies, facts and headers, whatever the spelling
 * (`customerName`, `customer-name`, `customer_name`), and besides the fields that packs mark `personal`.
 */
export function personalKeys(marked: Iterable<string> = []): KindOfKey {
  const extra = new Set([...marked].map(plain));
  return (key, depth, parent) => {
    const name = plain(key);
    if (SECRET.test(name)) return 'secret';
    if (PHONE.test(name)) return 'phone';
    if (PERSONAL.test(name) || extra.has(name)) return 'personal';
    if (name === 'name' && depth > 0 && !TECHNICAL_PARENTS.has(plain(parent ?? ''))) return 'personal';
    return 'plain';
  };
}

/** Fields that the packs mark `personal`, by name. */
export function personalFieldsOf(packs: readonly PackWithFields[]): readonly string[] {
  const names = new Set<string>();
  for (const pack of packs)
    for (const kind of Object.values(pack.kinds ?? {}))
      for (const [name, field] of Object.entries(kind.fields ?? {})) if (field.personal) names.add(name);
  return [...names].sort();
}

/** As much of a pack as is read here. */
export interface PackWithFields {
  readonly kinds?: Readonly<Record<string, { readonly fields?: Readonly<Record<string, { readonly personal?: boolean }>> }>>;
}

function plain(key: string): string {
  return key.replaceAll(/[-_ ]/g, '').toLowerCase();
}
