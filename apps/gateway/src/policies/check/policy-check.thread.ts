import { parentPort, workerData } from 'node:worker_threads';
import type { PolicyParts } from '../policy-parts.ts';
import { checkAnswer } from './check-answer.ts';

parentPort?.postMessage(checkAnswer(workerData as PolicyParts));
