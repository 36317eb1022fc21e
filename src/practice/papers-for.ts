import type { Block, Paper, PracticePage } from '../schema';
import { flatBlocks } from '../schema/practice-blocks';
import type { Setting } from './catalogue';

/** The paper with what one logs in with. */
const CODES = 'codes';
/** What fields of a login say of themselves (HTML autofill tokens). */
const OF_LOGIN = new Set(['username', 'current-password', 'one-time-code']);

/**
 * @returns the person's papers as they lie beside this page: first those that its answers are read from, in the order
 * of its questions. Codes are first where one logs in, and last elsewhere.
 */
export function papersFor({ person, key }: Pick<Setting, 'person' | 'key'>, page: PracticePage | undefined): Paper[] {
  const blocks = [...flatBlocks(page?.blocks ?? [])];
  const wanted = blocks.flatMap((block) => {
    const check = 'field' in block && key?.checks.find((one) => one.on === 'answer' && one.field === block.field);
    return check && check.on === 'answer' && check.paper ? [check.paper] : [];
  });
  const order = blocks.some(isOfLogin) ? [CODES, ...wanted] : wanted;
  const rank = ({ id }: Paper): number => {
    const at = order.indexOf(id);
    return at >= 0 ? at : order.length + (id === CODES ? 1 : 0);
  };
  return (person?.papers ?? []).toSorted((one, other) => rank(one) - rank(other));
}

/** Where a code is written digit by digit, only the fields' names say what it is (ameli: `numOTP1`). */
function isOfLogin(block: Block): boolean {
  if (block.block !== 'field') return false;
  return block.type === 'password' || OF_LOGIN.has(block.autocomplete ?? '') || /otp/i.test(block.field);
}
