/**
 * Personal data and secrets that are recognisable wherever they stand in a text: in messages, stacks, URLs.
 * A digit group inside a longer run of letters or digits (an id, a time in ms) is left alone. Every repetition is
 * bounded, so that a long line costs time in proportion to its length.
 */
const PATTERNS: readonly (readonly [RegExp, string])[] = [
  // Mainland mobile numbers, also written +86 138-0000-0001.
  [/(?<![0-9A-Za-z])((?:\+?86[ -]?)?1[3-9]\d)[ -]?\d{4}[ -]?(\d{4})(?![0-9A-Za-z])/g, '$1****$2'],
  // Resident identity card numbers.
  [/(?<![0-9A-Za-z])\d{6}(?:19|20)\d{9}[\dXx](?![0-9A-Za-z])/g, '[id-card]'],
  [/(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/g, '[email]'],
  [/\bhuiyin_([A-Za-z0-9]+)_[A-Za-z0-9_-]+/g, 'huiyin_$1_[secret]'],
  [/\b(Bearer|Basic) {1,4}[A-Za-z0-9._~+/=-]{8,4096}/gi, '$1 [secret]'],
  [/(?<![\w.-])eyJ[\w-]{8,4096}\.[\w-]{1,4096}\.[\w-]{0,1024}/g, '[secret]'],
  [/\$argon2(?:id|i|d)\$[^\s"]+/g, '[secret]'],
  // Seeds of NATS nkeys.
  [/\bS[UAONCX][A-Z2-7]{56}\b/g, '[secret]'],
  [/([?&](?:access_token|token|ticket|code|key|secret|password)=)[^&\s"#]+/gi, '$1[secret]'],
];

// Before the e-mail pattern, which would take `password@host` for an address.
const CREDENTIALS = /(?<![a-z0-9+.-])([a-z][a-z0-9+.-]{0,20}:\/\/)[^\s/@:"]{1,200}:[^\s/@"]{1,200}@/gi;

/** The text with phone numbers shortened (`138****0001`) and other personal data and secrets replaced by their kind. */
export function maskText(text: string): string {
  let masked = text.replace(CREDENTIALS, '$1[secret]@');
  for (const [pattern, replacement] of PATTERNS) masked = masked.replace(pattern, replacement);
  return masked;
}
