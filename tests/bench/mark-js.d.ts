/** What the bench uses of mark.js, which comes without types. */
declare module 'mark.js' {
  interface MarkOptions {
    separateWordSearch: boolean;
    accuracy: { value: 'exactly'; limiters: string[] };
    diacritics: boolean;
    acrossElements: boolean;
    each: () => void;
    done: () => void;
  }
  export default class Mark {
    constructor(context: Element);
    mark(words: string[], options: MarkOptions): void;
  }
}
