import { memoryStores } from '@huiyin/platform-persistence';
import { togetherSuite } from './together.suite.ts';

describe('acts together, in memory', () => togetherSuite(() => memoryStores()));
