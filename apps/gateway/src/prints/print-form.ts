import type { Locale } from '@huiyin/platform-http';
import { escapeHtml } from './escape-html.ts';

export type Paper = 'a4' | '241x140';

export interface PrintedCopy {
  /** Whom the copy is for. */
  readonly title: string;
  /** What it entitles its holder to. */
  readonly entitles?: string;
}
export interface PrintedForm {
  readonly title: string;
  readonly operator: string;
  readonly number: string;
  readonly rows: readonly { readonly label: string; readonly value: string }[];
  readonly signatures: readonly { readonly label: string; readonly by: string; readonly at: string }[];
  readonly copies: readonly PrintedCopy[];
  readonly foot: string;
}

/** A4 upright, or the continuous paper of an impact printer, 241 × 140 mm with sprocket holes left and right. */
const PAPER: Readonly<Record<Paper, string>> = {
  a4: '@page{size:A4;margin:15mm}.copy{min-height:250mm;font-size:12pt}',
  '241x140': '@page{size:241mm 140mm;margin:6mm 14mm}.copy{min-height:126mm;font-size:9pt}th,td{padding:.6mm 2mm}',
};
const STYLE = `*{box-sizing:border-box}body{margin:0;color:#000;background:#fff;font-family:"Noto Sans CJK SC","Microsoft YaHei","PingFang SC",sans-serif}
.copy{page-break-after:always;break-after:page}.copy:last-child{page-break-after:auto;break-after:auto}
header{display:flex;justify-content:space-between;align-items:baseline;border-bottom:2px solid #000;padding-bottom:2mm}
h1{font-size:1.5em;margin:0}.number{font-variant-numeric:tabular-nums}.for{font-weight:bold}
table{width:100%;border-collapse:collapse;margin-top:3mm}th,td{border:1px solid #000;padding:1.2mm 2mm;text-align:left;vertical-align:top;white-space:pre-line}th{width:24%;font-weight:normal}
footer{margin-top:3mm;display:flex;gap:8mm;flex-wrap:wrap}.small{font-size:.8em;margin-top:2mm}
@media screen{body{background:#ddd;padding:5mm}.copy{background:#fff;padding:8mm;margin:0 auto 5mm;max-width:241mm}}`;
const NUMBER = { 'zh-CN': '编号', 'zh-TW': '編號', en: 'No.' } as const;

function copyHtml(form: PrintedForm, copy: PrintedCopy, locale: Locale): string {
  const rows = form.rows.map(({ label, value }) => `<tr><th scope="row">${escapeHtml(label)}</th><td>${escapeHtml(value)}</td></tr>`).join('');
  const signatures = form.signatures.map(({ label, by, at }) => `<span>${escapeHtml(label)}: ${escapeHtml(by)} ${escapeHtml(at)}</span>`).join('');
  const entitles = copy.entitles === undefined ? '' : ` · ${escapeHtml(copy.entitles)}`;
  return `<section class="copy"><header><div><div>${escapeHtml(form.operator)}</div><h1>${escapeHtml(form.title)}</h1></div><div><div class="number">${NUMBER[locale]} ${escapeHtml(form.number)}</div><div class="for">${escapeHtml(copy.title)}${entitles}</div></div></header><table>${rows}</table><footer>${signatures}</footer><p class="small">${escapeHtml(form.foot)}</p></section>`;
}

/** The form as a page for printing: one sheet for each copy. No script, no outside resource. */
export function printForm(form: PrintedForm, paper: Paper, locale: Locale): string {
  const copies = form.copies.map((copy) => copyHtml(form, copy, locale)).join('\n');
  return `<!doctype html>\n<html lang="${locale}"><head><meta charset="utf-8"><title>${escapeHtml(form.title)} ${escapeHtml(form.number)}</title><style>${STYLE}\n${PAPER[paper]}</style></head><body>\n${copies}\n</body></html>\n`;
}
