import { storesSuite } from '../suites/index.ts';
import { memoryStores } from './memory-stores.ts';

describe('in memory', () => storesSuite(() => memoryStores()));
