import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import type { Pack } from '../schema';

/** Starts the engine in this frame. */
export function startContent(ctx: ContentScriptContext, pack: Pack): void {
  ctx.onInvalidated(() => undefined);
  document.documentElement.dataset.probe = pack.site.id;
}
