import { resolve } from 'node:path';
import { type CompressOptions, type MinifyOptions, minify } from 'terser';
import type { InlineConfig, Plugin } from 'vite';
import { leanerLibraries } from './leaner-libraries';
import { shortNames, withShortNames } from './short-names';

// Nothing here is made with `new` out of a plain function: arrows are shorter. What Terser calls unsafe here: texts made with
// `String()` or `toString()`, and splits of constant texts; none of ours hears of it.
const COMPRESS: CompressOptions = {
  passes: 3,
  pure_getters: true,
  unsafe: true,
  unsafe_arrows: true,
  unsafe_methods: true,
  inline: 1,
};
const TERSER: MinifyOptions = { ecma: 2022, module: true, toplevel: true, compress: COMPRESS };

/**
 * Long names of members that only objects inside one script have: never stored, sent, written in a pack or given to the
 * browser, so that a short name serves as well. A test keeps overlays and messages clear of them.
 */
export const OWN_MEMBERS: readonly string[] =
  `accepts added admit adopt amountsNear armed begun behind blurred candidates comeAbove comparer contrasts declared dress evidence facts figureAmounts focused folded follow forget gesture giveUp grey hasCapital hasClicked hasFields hasInnerCapital hasLost headingsOf hideNote hitsAt inHand inOrder include includeNamedBy isAbsent isAlive isAsking isCapitals isChanged isChosen isCovered isDown isDrawn isEmbeddedInLabel isEmpty isFewer isInvalid isJoined isOn isOpen isOurs isPlain isReferenced isSettled isShown isStale isThere isTicked isTop isVisible kicker labelsOf latest listening locate looked looks marked markedIn messagesOf nameFit nameSure named namedBy nodes noteLook noteMove noted numbers onChange onEscape onGoOn onMutation onSafer onShow onUnseen openList otherFrames otherText owns panel patience places plainAround pointAt pointable poke quick quickName readLines readWarnings reading readings rearm recursion removed report reveal roles roots saying settle shadows showTarget shown speech spent startOf starts stem styles surface suspect texts thisOne titles tools tuning turn unmark unread weighed weights worth writtenContrasts`.split(
    ' ',
  );

/** Names are left whole for the second run: chosen once, over all of the script, they compress better. */
const FIRST: MinifyOptions = { ...TERSER, mangle: false };

const WHOLE: MinifyOptions = {
  ...TERSER,
  compress: { ...COMPRESS, passes: 2 },
  // Browsers have members of some of these names too (`forget` of a Bluetooth device): we use none of those.
  mangle: { properties: { builtins: true, regex: new RegExp(`^(?:${OWN_MEMBERS.join('|')})$`) } },
};

/** Makes a content script as small as its code allows: some 5 % smaller than Vite's own minifier does. */
export function lighten(config: InlineConfig, root: string): void {
  config.plugins = [
    leanerLibraries(),
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
    terserOptions: FIRST,
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
