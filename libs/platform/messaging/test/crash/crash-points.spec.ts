import { crashPointsSuite } from '../trial/crash-points.suite.ts';
import { memoryWorld } from '../trial/memory-world.ts';

describe('in memory', () => crashPointsSuite(memoryWorld, 5000));
