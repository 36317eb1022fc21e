import { resolve } from 'node:path';
import { type MinifyOptions, minify } from 'terser';
import type { InlineConfig, Plugin } from 'vite';
import { shortNames, withShortNames } from './short-names';

/** What browsers of today have themselves, by the module that would bring it along. */
const NATIVE: Readonly<Record<string, string>> = {
  '@wxt-dev/webextension-polyfill/browser':
    'export const browser = globalThis.browser?.runtime?.id ? globalThis.browser : globalThis.chrome;',
  // Our strings have no plural and no named parts: the browser puts the words in.
  '@wxt-dev/i18n':
    'export const createI18n = () => ({ t: (key, words) => chrome.i18n.getMessage(key.replaceAll(".", "_"), words) });',
  // dom-accessibility-api takes its own Set, which looks through an array, wherever there is a Set.
  './polyfills/SetLike.mjs': 'export default Set;',
  './polyfills/array.from.mjs': 'export default Array.from;',
};

const TERSER: MinifyOptions = {
  ecma: 2022,
  module: true,
  toplevel: true,
  // Nothing here is made with `new` out of a plain function: arrows are shorter.
  compress: { passes: 3, pure_getters: true, unsafe_arrows: true, unsafe_methods: true, inline: 1 },
};

/**
 * Long names of members that only objects inside one script have: never stored, sent, written in a pack or given to the
 * browser, so that a short name serves as well. A test keeps overlays and messages clear of them.
 */
export const OWN_MEMBERS: readonly string[] =
  `accepts added admit adopt amountsNear armed begun behind blurred candidates comeAbove comparer contrasts declared dress evidence facts figureAmounts focused folded follow forget gesture giveUp grey hasCapital hasClicked hasFields hasInnerCapital hasLost headingsOf hideNote hitsAt inHand inOrder include includeNamedBy isAbsent isAlive isAsking isCapitals isChanged isChosen isCovered isDown isDrawn isEmbeddedInLabel isEmpty isFewer isInvalid isJoined isOn isOpen isOurs isPlain isReferenced isSettled isShown isStale isThere isTicked isTop isVisible kicker labelsOf latest listening locate looked looks marked markedIn messagesOf nameFit nameSure named namedBy nodes noteLook noted numbers onChange onEscape onGoOn onMutation onSafer onShow onUnseen openList otherFrames otherText owns panel patience places plainAround pointAt pointable poke quick quickName readLines readWarnings reading readings rearm recursion removed report reveal roles roots saying settle shadows showTarget shown speech spent startOf starts stem styles surface suspect texts thisOne titles tools tuning turn unmark unread weighed weights worth writtenContrasts`.split(
    ' ',
  );

const WHOLE: MinifyOptions = {
  ...TERSER,
  mangle: { properties: { regex: new RegExp(`^(?:${OWN_MEMBERS.join('|')})$`) } },
};

/** What dom-accessibility-api was compiled to for browsers of the past and lit-html says to their polyfills, and what does the same today. */
const TODAY: readonly (readonly [RegExp, string])[] = [
  [/,\w+=\w+\.litHtmlPolyfillSupport;\w+\?\.\(\w+,\w+\),\(\w+\.litHtmlVersions\?\?=\[\]\)\.push\("[\d.]+"\);/, ';'],
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
  [/ && !\(\(_prohibitedAttributes = [^;]*(?=;)/, ''],
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
];

/** Makes a content script as small as its code allows: some 5 % smaller than Vite's own minifier does. */
export function lighten(config: InlineConfig, root: string): void {
  config.plugins = [
    withoutPolyfills(),
    withOwnContext(root),
    withoutPlace(),
    shorterKeys(root),
    shorterStyles(),
    minifiedWhole(),
    ...(config.plugins ?? []),
  ];
  config.build = {
    ...config.build,
    minify: 'terser',
    terserOptions: TERSER,
  };
}

/** Gives content scripts the browser's own API in place of polyfills, which would weigh on every page. */
function withoutPolyfills(): Plugin {
  const prefix = '\0native:';
  return {
    name: 'cote-a-cote:native',
    enforce: 'pre',
    resolveId: (source) => (source in NATIVE ? `${prefix}${source}` : undefined),
    load: (id) => (id.startsWith(prefix) ? NATIVE[id.slice(prefix.length)] : undefined),
    transform: (code, id) =>
      /\/(?:dom-accessibility-api|lit-html)\//.test(id)
        ? { code: TODAY.reduce((text, [old, now]) => text.replace(old, now), code), map: null }
        : undefined,
  };
}

/** Where a script runs is for the manifest, which has it already. */
const PLACE = /^ {2}(?:matches|allFrames|matchOriginAsFallback|runAt): .*\n/gm;

function withoutPlace(): Plugin {
  return {
    name: 'cote-a-cote:without-place',
    enforce: 'pre',
    transform: (code, id) => (id.endsWith('.content.ts') ? { code: code.replace(PLACE, ''), map: null } : undefined),
  };
}

/** Gives content scripts a context of our own, which says why, in place of WXT's. */
function withOwnContext(root: string): Plugin {
  const own = resolve(root, 'src/content/script-context.ts');
  return {
    name: 'cote-a-cote:own-context',
    enforce: 'pre',
    resolveId: (source) => (source === 'wxt/utils/content-script-context' ? own : undefined),
    // What WXT wraps a content script in, without plugins of its own and words for its console.
    transform: (code) => {
      const [imported] = /^import definition from .*$/m.exec(code) ?? [];
      if (imported === undefined) return undefined;
      const context = "import { ContentScriptContext } from 'wxt/utils/content-script-context';";
      return { code: `${imported}\n${context}\ndefinition.main(new ContentScriptContext());`, map: null };
    },
  };
}

function shorterKeys(root: string): Plugin {
  const names = shortNames(root);
  return {
    name: 'cote-a-cote:shorter-keys',
    enforce: 'pre',
    transform: (code, id) =>
      code.includes('i18n.t(') && id.endsWith('.ts') ? { code: withShortNames(code, names), map: null } : undefined,
  };
}

/** Style sheets written as text are full of line ends, indents and comments, which no minifier looks into. */
function shorterStyles(): Plugin {
  return {
    name: 'cote-a-cote:shorter-styles',
    transform: (code, id) =>
      id.endsWith('.css.ts') ? { code: code.replace(/`[^`]*`/g, shorterStyle), map: null } : undefined,
  };
}

function shorterStyle(css: string): string {
  return css
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .replaceAll(' !', '!')
    .replaceAll(';}', '}');
}

/**
 * Minifies the finished script once more, as a whole: names chosen over all of it repeat, and compress, better. A line end
 * followed by an indent then stands in HTML templates only, where one blank does the same.
 */
function minifiedWhole(): Plugin {
  return {
    name: 'cote-a-cote:minified-whole',
    enforce: 'post',
    async generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk') continue;
        const { code = file.code } = await minify(file.code, WHOLE);
        file.code = code.replace(/\n {2,}/g, ' ');
      }
    },
  };
}
