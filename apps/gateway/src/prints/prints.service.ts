import { Injectable } from '@nestjs/common';
import { serviceOfId } from '@huiyin/contracts-kernel';
import { kebab, problem } from '@huiyin/platform-http';
import type { Locale } from '@huiyin/platform-http';
import { textOf } from '@huiyin/regulation-engine';
import type { CompiledPolicy, FieldDescription, FormDescription, KindDescription, Matter } from '@huiyin/regulation-engine';
import type { Caller } from '../callers/caller.ts';
import { systemContext } from '../callers/rpc-context.ts';
import { MatterClient } from '../door/matter-client.ts';
import { People } from '../matters/people.service.ts';
import { Policies } from '../policies/policies.service.ts';
import { choiceLabel } from '../schema/choice-label.ts';
import { labelIn } from '../schema/label.ts';
import { printForm } from './print-form.ts';
import type { Paper, PrintedCopy } from './print-form.ts';
import { printInstant, printValue } from './print-value.ts';
import type { PrintContext } from './print-value.ts';

/** Paper forms of matters: fields, copies with their addressees, who signed. */
@Injectable()
export class Prints {
  constructor(
    private readonly matters: MatterClient,
    private readonly policies: Policies,
    private readonly people: People,
  ) {}

  /** @throws ProblemError 404 when the matter has no such form or copy, 422 for a paper that the form does not come on */
  async print(caller: Caller, matter: Matter, wish: { readonly form: string; readonly copy?: string; readonly paper: Paper }, locale: Locale): Promise<string> {
    const [policy, kind] = await Promise.all([this.policies.get(matter.policy), this.policies.kind(matter.policy, matter.kind)]);
    const form = kind.forms.find((candidate) => kebab(candidate.name) === kebab(wish.form));
    if (!form || form.print === false) throw problem('not-found');
    const papers = typeof form.print === 'object' ? form.print.paper : undefined;
    if (papers && !papers.includes(wish.paper)) throw problem('invalid', { code: 'no-such-paper', detail: { 'zh-CN': `可用纸张：${papers.join('、')}`, 'zh-TW': `可用紙張：${papers.join('、')}`, en: `Papers: ${papers.join(', ')}` } });
    const context = await this.contextFor(caller, matter, kind, policy, locale);
    const fields = form.fields ? form.fields.flatMap((name) => kind.fields.find((field) => field.name === name) ?? []) : kind.fields.filter((field) => matter.facts[field.name] !== undefined);
    const rows = fields.map((field) => ({ label: labelIn(field.label, locale), value: printValue(matter.facts[field.name], field, context) }));
    const signatures = this.signaturesOf(matter, kind, context);
    const foot = `${form.citation.rule} ${form.citation.clause ?? ''} · ${printInstant(caller.now, caller.operator.zone)}`;
    const title = form.title ? labelIn(form.title, locale) : form.name;
    return printForm({ title, operator: caller.operator.name, number: matter.number ?? matter.id, rows, signatures, copies: copiesOf(form, wish.copy, policy, locale), foot }, wish.paper, locale);
  }

  private signaturesOf(matter: Matter, kind: KindDescription, context: PrintContext) {
    return Object.entries(matter.did).flatMap(([name, done]) => {
      const act = kind.acts.find((candidate) => candidate.name === name);
      if (!act) return [];
      return [{ label: labelIn(act.label, context.locale), by: done.for?.name ?? context.people.get(done.by)?.name ?? '', at: printInstant(done.at, context.zone) }];
    });
  }

  private async contextFor(caller: Caller, matter: Matter, kind: KindDescription, policy: CompiledPolicy, locale: Locale): Promise<PrintContext> {
    const persons = kind.fields.filter((field) => field.type === 'person').map((field) => matter.facts[field.name]);
    const people = await this.people.named(caller, [...persons.filter((id): id is string => typeof id === 'string'), ...Object.values(matter.did).map((done) => done.by)]);
    const system = systemContext(caller.operator, caller.now);
    const linked = await Promise.all([...new Set(Object.values(matter.links))].filter((id) => serviceOfId(id)).map((id) => this.matters.find(system, id)));
    const names = new Map(linked.flatMap((head) => (head ? [[head.matter.id, head.matter.number ?? String(head.matter.facts['name'] ?? '')] as const] : [])));
    const choice = (field: FieldDescription, value: string): string => labelIn(choiceLabel(policy, kind, field, value), locale);
    return { zone: caller.operator.zone, locale, people, names, choice };
  }
}

function copiesOf(form: FormDescription, wished: string | undefined, policy: CompiledPolicy, locale: Locale): PrintedCopy[] {
  const copies = form.copies ?? [];
  const chosen = wished === undefined ? copies : copies.filter((copy) => kebab(copy.to) === kebab(wished));
  if (wished !== undefined && chosen.length === 0) throw problem('not-found');
  if (copies.length === 0) return [{ title: '' }];
  return chosen.map((copy) => {
    const entitles = copy.entitles === undefined ? undefined : textOf(policy, `entitles.${copy.entitles}`, locale, {});
    return { title: copy.title ? labelIn(copy.title, locale) : kebab(copy.to), ...(entitles !== undefined && { entitles }) };
  });
}
