/** Entries of `no-restricted-syntax` and its relatives, by what they keep out. */

const noRequire = { selector: "CallExpression[callee.name='require']", message: 'ESM only: use import.' };

const noRawCollection = {
  selector: "CallExpression[callee.property.name=/^(collection|useDb)$/], CallExpression[callee.object.name=/^(client|connection|mongo)$/][callee.property.name='db']",
  message: 'No raw collection: a service owns its data behind a repository in its persistence folder.',
};

const noNow = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Pure code reads no clock: take `now` as an argument.' },
  { selector: "CallExpression[callee.name='Date']", message: 'Pure code reads no clock: take `now` as an argument.' },
];

const noFocusedTest = {
  selector:
    "CallExpression[callee.object.name=/^(describe|it|test)$/][callee.property.name=/^(skip|only|todo)$/], CallExpression[callee.name=/^(xit|xtest|xdescribe|fit|fdescribe)$/]",
  message: 'Every test runs.',
};

const clock = 'Pure code reads no clock: take `now` as an argument.';
const chance = 'Pure code draws no lots: take the number as an argument.';

export const everywhere = { 'no-restricted-syntax': ['error', noRequire, noRawCollection] };
export const inPersistence = { 'no-restricted-syntax': ['error', noRequire] };
export const inTests = { 'no-restricted-syntax': ['error', noRequire, noFocusedTest] };

/** Rules and domain: same input, same output, wherever and whenever they run. */
export const pure = {
  'no-restricted-syntax': ['error', noRequire, noRawCollection, ...noNow],
  'no-restricted-properties': [
    'error',
    { object: 'Date', property: 'now', message: clock },
    { object: 'performance', property: 'now', message: clock },
    { object: 'Temporal', property: 'Now', message: clock },
    { object: 'Math', property: 'random', message: chance },
  ],
  'no-restricted-globals': [
    'error',
    ...['process', 'performance', 'crypto', 'Buffer', 'globalThis', 'fetch', 'setTimeout', 'setInterval', 'setImmediate', 'console', '__dirname'].map((name) => ({
      name,
      message: 'Rules and domain are pure: nothing of the platform they run on.',
    })),
  ],
};
