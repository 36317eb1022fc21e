import { gateOf } from './audit';
import type { Failure } from './plain/gate';

/** Prints the audit. @returns the exit code: 0. */
export function printReport(root: string, json: boolean): number {
  const gate = gateOf(root);
  for (const failure of gate.failures) console.log(line(failure));
  console.log('\nMots rares :', gate.rare.map(({ word, times }) => `${word} (${times})`).join(', '));
  console.log(gate.distribution);
  const count = new Map<string, number>();
  for (const { rule } of gate.failures) count.set(rule, (count.get(rule) ?? 0) + 1);
  console.log(Object.fromEntries(count));
  if (json) console.log(JSON.stringify({ plainFailures: gate.failures.length }));
  return 0;
}

const line = ({ file, line, field, rule, text, message }: Failure): string =>
  `${file}, ligne ${line}, « ${field} » [${rule}] ${message}\n    ${text}`;
