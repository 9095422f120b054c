import { basename } from 'node:path';

const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;
const NO_NAMES = /(^|[-.])(utils?|common|helpers?|manager|misc)([-.]|$)/;

/** File names are kebab-case and say what is inside. */
export const fileNames = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: { kebab: '"{{name}}" is not kebab-case', empty: '"{{name}}" says nothing of what is inside' },
  },
  create(context) {
    const name = basename(context.filename);
    return {
      Program(node) {
        if (!KEBAB.test(name)) context.report({ node, messageId: 'kebab', data: { name } });
        if (NO_NAMES.test(name)) context.report({ node, messageId: 'empty', data: { name } });
      },
    };
  },
};
