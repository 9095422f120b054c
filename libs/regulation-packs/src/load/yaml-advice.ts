import type { YAMLParseError } from 'yaml';

/** What the author of a pack should look at, by what the parser stumbled over. */
const advice: Readonly<Partial<Record<YAMLParseError['code'], string>>> = {
  TAB_AS_INDENT: 'tabs do not indent: use spaces',
  BAD_INDENT: 'the lines of a map or list begin in the same column',
  BLOCK_IN_FLOW: 'within { } or [ ] a text that holds a colon or a dash takes quotes',
  BLOCK_AS_IMPLICIT_KEY: 'a text that holds a colon and a space takes quotes; or a line is indented wrongly',
  MULTILINE_IMPLICIT_KEY: 'a key stands on one line, with a plain colon and a space behind it (not ：)',
  MISSING_CHAR: 'something is not closed: a bracket, a brace or a quotation mark, or a comma or colon is missing',
  BAD_SCALAR_START: 'a text that begins so takes quotes',
  MULTIPLE_DOCS: 'a file holds one document: leave --- out',
  BAD_COLLECTION_TYPE: 'a tag is not allowed in a pack',
  UNEXPECTED_TOKEN: 'something stands here that does not belong: look at brackets, quotes and indentation',
};

/** The parser's message with advice. What it says behind the first stumble follows from that. */
export function yamlMessage({ code, message }: Pick<YAMLParseError, 'code' | 'message'>): string {
  const help = advice[code];
  const said = message.replace(/; please use .*$/, '');
  return help === undefined ? said : `${said}: ${help}`;
}
