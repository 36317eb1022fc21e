import type { Plugin } from 'vite';

/** What browsers of today have themselves, by the module that would bring it along. */
const NATIVE: Readonly<Record<string, string>> = {
  '@wxt-dev/webextension-polyfill/browser':
    'export const browser = globalThis.browser?.runtime?.id ? globalThis.browser : globalThis.chrome;',
  // Our strings have no plural and no named parts: the browser puts the words in. Chromium throws once the extension has gone
  // from under a page; Firefox lets nothing of ours run then.
  '@wxt-dev/i18n': `const words = (key, given) => chrome.i18n.getMessage(key.replaceAll(".", "_"), given);
    const wordsOrNone = (key, given) => (chrome.runtime?.id ? words(key, given) : "");
    export const createI18n = () => ({ t: import.meta.env.FIREFOX ? words : wordsOrNone });`,
  // dom-accessibility-api takes its own Set, which looks through an array, wherever there is a Set.
  './polyfills/SetLike.mjs': 'export default Set;',
  './polyfills/array.from.mjs': 'export default Array.from;',
};

type Cut = readonly [what: RegExp, instead: string];

/** By the folder of the library. A test says which no longer cuts anything, after an upgrade. */
export const CUTS: Readonly<Record<string, readonly Cut[]>> = {
  'dom-accessibility-api': [
    // What it was compiled to for browsers of the past, and what does the same today.
    [/^function _objectSpread\(.*$/m, 'const _objectSpread = Object.assign;'],
    [/= arguments\.length > 1 && arguments\[1\] !== undefined \? arguments\[1\] : \{\};/g, '= arguments[1] ?? {};'],
    [/typeof Map === "undefined" \? undefined : new Map\(\)/, 'new Map()'],
    [/\(_element\$localName = [^:]*:[^)]*?element\.tagName\.toLowerCase\(\)/, 'element.localName'],
    [/(?<=^function getLabels\(element\) \{)[\s\S]*?(?=^\})/m, 'return element.labels ?? null;'],
    [/ \|\| querySelectorAllSubtree\(listbox, "\[selected\]"\)/, ''],
    [/node\.getRootNode \? (node\.getRootNode\(\)) : node\.ownerDocument/, '$1'],
    [/^ +if \((?:computedStyles =|pseudoElement !)== undefined\) \{[^}]*\}/gm, ''],
    [/_ref = node\.ownerDocument === null \? node : (node\.ownerDocument)/, '_ref = $1'],
    [/^ +if \(defaultView === null\) \{[^}]*\}/m, ''],
    [
      /var (\w+) = ArrayFrom\(node\.childNodes\);\s+for \(.*\) \{\s+var (\w+) = \1\[\w+\];/g,
      'for (const $2 of node.childNodes) {',
    ],
    [/""\.concat\((separator)\)\.concat\((result)\)\.concat\(separator\)/, '$1 + $2 + $1'],
    [/push\.apply\(elements, ArrayFrom\((.*)\)\);/, 'push(...$1);'],
    // Global attributes (WAI-ARIA 1.2, 6.5), told from the others by how they begin.
    [
      /return \["aria-atomic"[\s\S]*?\]\.some\([\s\S]*?^ {2}\}\)/m,
      'return element.getAttributeNames().some(name => /^aria-(at|b|con|cu|de|dr|f|g|hi|k|la|li|ow|rel|rol)/.test(name))',
    ],
    // Roles that no target may ask for and that have no part in a name.
    [/^ {2}(?:datalist|dd|dt|figure|hr|html|math|optgroup|tbody|tfoot|thead): .*\n/gm, ''],
    // A button without words says something else in each browser; the title is asked for at the end.
    [/^ +\/\/ TODO: l10n\s+if \(node\.type === "submit"\) \{[\s\S]*?"Reset";\s+\}/m, ''],
    [/var nameFromTitle = [\s\S]*?return "Submit Query";/, ''],
    // No element is one of these roles by itself.
    [/^var prohibitedAttributes = \{[\s\S]*?^\};/m, ''],
    [/switch \(role\) \{\s*case "range":([^;]*;)[\s\S]*?^ {2}\}/m, '$1'],
    // No target asks for these, and nothing on a page is pressed by them.
    [/ else if \(isHTMLOptGroupElement[\s\S]*?^ {4}\}/m, ''],
    [/case "area":\s+case "link":/, ''],
    // What may not be named is known by its words then, as where it has no name.
    [/^ {2}if \(prohibitsNaming[\s\S]*?^ {2}\}/m, ''],
    // We ask for names alone, in the usual way.
    [/_options\$compute === void 0 \? ("name") : _options\$compute/, '$1'],
    [/_options\$computedStyl === void 0 \?[^,]*/, 'false'],
    [/_options\$getComputedS === void 0 \? ([^:]*) : _options\$getComputedS/, '$1'],
    [/_options\$hidden === void 0 \? (false) : _options\$hidden/, '$1'],
    // No call of ours can raise these: their words are weight.
    [/^ +throw new \w*Error\(.*\);$/gm, 'throw new Error();'],
  ],
  'lit-html': [
    [/,\w+=\w+\.litHtmlPolyfillSupport;\w+\?\.\(\w+,\w+\),\(\w+\.litHtmlVersions\?\?=\[\]\)\.push\("[\d.]+"\);/, ';'],
    // We use no directive…
    [/function M\(t,i,s=t,e\)\{.*?\}(?=class R\b)/, 'function M(t,i){return i}'],
    [/get (?:_\$AU|parentNode|startNode|endNode|tagName)\(\)\{[^{}]*\}/g, ''],
    [/,this\._\$Cv=e\?\.isConnected\?\?!0/, ''],
    [/this\._\$AN=void 0,/g, ''],
    [/setConnected\(t\)\{[^}]*\}/, ''],
    [/this\._\$AP\?\.\(!1,!0,s\)/, ''],
    // … nor put anything into a comment, into a tag or into what holds nothing but text…
    [/else\{let t=-1;for\(;-1!==\(t=r\.data\.indexOf.*?\}(?=l\+\+)/, ''],
    [/else t\.startsWith\(o\)&&\(d\.push\(\{type:6,index:l\}\),r\.removeAttribute\(t\)\)/, ''],
    [/:6===r\.type&&\(i=new Z\(h,this,t\)\)/, ':0'],
    [/if\(y\.test\(r\.tagName\)\)\{.*?\}\}(?=\}else if\(8)/, ''],
    // … nor write templates of SVG or MathML alone, or have any compiled ahead…
    [/(\w+)=(\w+)\(1\),(\w+)=\2\(2\),(\w+)=\2\(3\)/, '$1=$2(1),$3=$1,$4=$1'],
    [/2===i\?"<svg>":3===i\?"<math>":""/, '""'],
    [/\+\(2===i\?"<\/svg>":3===i\?"<\/math>":""\)/, ''],
    [/if\((this\.el=[^;]*?),2===i\|\|3===i\)\{[^{}]*\}/, '$1;'],
    [/"number"==typeof s\?(this\._\$AC\(t\)):\(.*?,s\)(?=;)/, '$1'],
    // … and render into a place of our own, with nothing to say of how.
    [/s\?\.renderBefore\?\?i/, 'i'],
    [/const t=s\?\.renderBefore\?\?null;/, ''],
    [/new k\(i\.insertBefore\(c\(\),t\),t,void 0,s\?\?\{\}\)/, 'new k(i.insertBefore(c(),null),null,void 0,{})'],
    [/\(t\?\.creationScope\?\?l\)/, 'l'],
    [/this\.options\?\.host\?\?/, ''],
  ],
};

/** Gives content scripts the browser's own API in place of polyfills, and libraries without what we do not use: both would weigh on every page. */
export function leanerLibraries(): Plugin {
  const prefix = '\0native:';
  return {
    name: 'cote-a-cote:leaner-libraries',
    enforce: 'pre',
    resolveId: (source) => (source in NATIVE ? `${prefix}${source}` : undefined),
    load: (id) => (id.startsWith(prefix) ? NATIVE[id.slice(prefix.length)] : undefined),
    transform(code, id) {
      const [, cuts] = Object.entries(CUTS).find(([library]) => id.includes(`/${library}/`)) ?? [];
      return cuts && { code: cuts.reduce((text, [what, instead]) => text.replace(what, instead), code), map: null };
    },
  };
}
