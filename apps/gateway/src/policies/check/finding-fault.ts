import { below, kebab } from '@huiyin/platform-http';
import type { Fault } from '@huiyin/platform-http';
import type { FactMap } from '@huiyin/regulation-engine';
import type { PolicyParts } from '../policy-parts.ts';
import type { Finding } from './looked-at.ts';
import { findingText } from './finding-texts.ts';

/** A finding as a fault of the body: it points at the override, else the regulation, that it comes from. */
export function findingFault(finding: Finding, parts: PolicyParts): Fault {
  const { file, line, column, item, message, found, allowed } = finding;
  const particulars = `${file}:${line}:${column} ${item}: ${message}${found === undefined ? '' : `; ${found}`}${allowed === undefined ? '' : `; ${allowed.join(', ')}`}`;
  return { pointer: pointerOf(item, parts), code: `policy.${kebab(finding.code)}`, message: (locale) => `${findingText(finding.code)[locale]} (${particulars})` };
}

/** A finding as data: file, line, column and item each by themselves. */
export const writeFinding = ({ file, line, column, item, code, severity, message, found, allowed }: Finding) => ({
  file, line, column, item, code: kebab(code), severity, message, ...(found !== undefined && { found }), ...(allowed !== undefined && { allowed }),
});

function pointerOf(item: string, { packs, overrides }: PolicyParts): string {
  const named = /^overrides\.(.+)$/.exec(item.split('/').at(-1) ?? '')?.[1];
  const override = named !== undefined && Object.hasOwn(overrides, named) ? named : overrideOf(item, overrides);
  if (override !== undefined) return below('/overrides', override);
  const index = packs.findIndex((pack) => item === pack || item.startsWith(`${pack}/`));
  return index < 0 ? '/packs' : below('/packs', index);
}

/** The override that changed the item's value. */
function overrideOf(item: string, overrides: FactMap): string | undefined {
  const [, pack, value] = /^([^/]+)\/values\.([A-Za-z][A-Za-z0-9]*)/.exec(item) ?? [];
  if (pack === undefined || value === undefined) return undefined;
  const keys = [`${pack}.${value}`, pack];
  return keys.find((key) => Object.hasOwn(overrides, key));
}
