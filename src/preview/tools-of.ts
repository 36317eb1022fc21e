import { dueToday } from '../guides/due-words';
import { createPageView } from '../page/page-view';
import type { Pack } from '../schema';
import { layered } from '../settings/defaults';
import type { Surface } from '../ui/surface';
import type { Tools } from '../ui/tools';

/** What the views need, with nothing behind it: their buttons are shown and do nothing. */
export function toolsOf(pack: Pack, document: Document, signal: AbortSignal): Tools {
  const nothing = (): void => undefined;
  return {
    pack: { ...pack, due: dueToday(pack.updateWindows) },
    page: createPageView({ document, pages: () => pack.site.pages, synonyms: pack.synonyms, owns: () => true, signal }),
    surface: stillSurface(document),
    speech: { speak: nothing, stop: nothing },
    settings: { value: layered(), onChange: nothing },
    report: nothing,
    isAlive: () => true,
    print: nothing,
    reread: { show: nothing, hasFields: () => true },
  };
}

/** Views draw themselves where the preview puts them; of a surface they ask only whether a click may decide something. */
function stillSurface(document: Document): Surface {
  const host = document.createElement('div');
  return {
    host,
    show: () => undefined,
    say: () => undefined,
    owns: () => false,
    element: () => host,
    isVisible: () => true,
    accepts: () => false,
    adopt: () => undefined,
    restore: () => undefined,
    onShow: () => undefined,
    room: () => ({ width: innerWidth, height: innerHeight }),
  };
}
