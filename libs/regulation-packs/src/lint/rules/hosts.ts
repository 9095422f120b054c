import { finding, kindParts, type LintRule } from '../lint-subject.ts';

/** A kind is declared once, by one service; what adds to a kind adds to one that exists. */
export const hosts: LintRule = (subject) => {
  const parts = kindParts(subject);
  return parts.flatMap((part) => {
    const declarations = parts.filter((other) => other.kind === part.kind && (other.document.in !== undefined || other.document.is !== undefined));
    const first = declarations[0];
    if (first === undefined) return [finding(part.pack, part.path, 'unknownKind', `no kind ${part.kind} is declared: say in which service it lives, or of which kind it is`)];
    if (part === first || !declarations.includes(part)) return [];
    return [finding(part.pack, part.path, 'kindHostedTwice', `${part.kind} is declared already by ${first.pack.document.pack}${first.document.in === undefined ? '' : ` in ${first.document.in}`}`)];
  });
};
