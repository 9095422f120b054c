#!/usr/bin/env node
import { runCommand } from './cli/run-command.ts';

const { lines, code } = runCommand(process.argv.slice(2));
for (const line of lines) (code === 2 ? console.error : console.log)(line);
process.exitCode = code;
