import { normalise } from './normalise.ts';

/** A sentence or item of an article: the clause it stands in, and where in the normalised article. Never the text itself. */
export interface Passage {
  /** Numbers of the clause as the article writes them, outermost first: `4.2`, `第十条`, `四 (3) 2)`; empty before the first. */
  readonly clause: string;
  readonly at: number;
  /** Characters, normalised. */
  readonly length: number;
}

const numeral = '[零〇一二三四五六七八九十百\\d]+';

/** Forms of clause numbers, the outermost first. What is `top` begins anew whatever stood around it. */
const forms: readonly { readonly name: string; readonly mark: string; readonly top?: boolean }[] = [
  { name: 'chapter', mark: `第${numeral}[章节節部]`, top: true },
  { name: 'article', mark: `第${numeral}[条條款]` },
  { name: 'dotted', mark: '\\d+(?:[.．]\\d+)+', top: true },
  { name: 'han', mark: `[一二三四五六七八九十]+(?=、)` },
  { name: 'bracketHan', mark: `[（(][一二三四五六七八九十]+[)）]` },
  { name: 'number', mark: '\\d+(?=[、.．](?!\\d))' },
  { name: 'bracket', mark: '[（(]\\d+[)）]' },
  { name: 'half', mark: '\\d+(?=[)）])' },
  { name: 'circle', mark: '[①-⑳]' },
];

const anyMark = `(?:${forms.map(({ mark }) => mark).join('|')})`;
/** What follows a figure that is no clause number: `2.5元`. */
const unit = '[元个個倍万萬小时時天日年月周分折米级級成人次]';
/** Where a sentence or an item begins: a line, behind the end of a sentence, at a number behind a space or a colon, at a circled number, at a dotted one. */
const breaks = new RegExp(`\\n|(?<=[。！？!?；;])|(?<=[\\s:：])(?=${anyMark})|(?=[①-⑳])|(?<=\\p{Script=Han})(?=\\d+\\.\\d+(?!${unit})\\p{Script=Han})`, 'u');

interface Mark {
  readonly form: string;
  readonly text: string;
  readonly top: boolean;
}

/** Numbers at the beginning of a piece: `四、(3)` are two. */
function marksOf(piece: string): readonly Mark[] {
  const found: Mark[] = [];
  for (let rest = piece.trimStart(); ; ) {
    const form = forms.find(({ mark }) => new RegExp(`^${mark}`, 'u').test(rest));
    if (form === undefined) return found;
    const text = new RegExp(`^${form.mark}`, 'u').exec(rest)?.[0] ?? '';
    found.push({ form: form.name, text, top: form.top ?? false });
    rest = rest.slice(text.length).replace(/^[、.．)）:：\s]+/u, '');
  }
}

/** The clause within which the next piece stands. */
function within(clause: readonly Mark[], marks: readonly Mark[]): readonly Mark[] {
  return marks.reduce<readonly Mark[]>((around, mark) => {
    if (mark.top) return [mark];
    const same = around.findIndex(({ form }) => form === mark.form);
    return [...(same < 0 ? around : around.slice(0, same)), mark];
  }, clause);
}

/** Every passage of an article in order, with its text as the source has it. Together they are the whole normalised article. */
export function passagesOf(article: string): readonly (Passage & { readonly text: string })[] {
  const found: (Passage & { text: string })[] = [];
  let clause: readonly Mark[] = [];
  let at = 0;
  for (const piece of article.split(breaks)) {
    clause = within(clause, marksOf(piece));
    const { length } = normalise(piece);
    if (length > 0) found.push({ clause: clause.map(({ text }) => text).join(' '), at, length, text: piece.trim() });
    at += length;
  }
  return found;
}
