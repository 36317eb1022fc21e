declare module 'hyphen/fr/index.js' {
  interface Options {
    hyphenChar?: string;
    minWordLength?: number;
  }
  const hyphenation: { hyphenateSync(text: string, options?: Options): string };
  export default hyphenation;
}
