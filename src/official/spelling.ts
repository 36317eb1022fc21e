/**
 * Whether one slip of the pen separates two words: a letter left out, added, changed, or two neighbours swapped
 * (optimal string alignment distance 1).
 */
export function isNear(word: string, name: string): boolean {
  if (word === name || Math.abs(word.length - name.length) > 1) return false;
  let at = 0;
  while (at < word.length && word[at] === name[at]) at++;
  const rest = (text: string, from: number): string => text.slice(from);
  if (word.length > name.length) return rest(word, at + 1) === rest(name, at);
  if (word.length < name.length) return rest(word, at) === rest(name, at + 1);
  if (rest(word, at + 1) === rest(name, at + 1)) return true;
  return word[at] === name[at + 1] && word[at + 1] === name[at] && rest(word, at + 2) === rest(name, at + 2);
}
