import { defineWxtModule } from 'wxt/modules';
import { withNoBreaks } from '../../ui/no-breaks';

/** The texts of the interface, on their way into the build. */
export default defineWxtModule({
  name: 'no-break',
  setup(wxt) {
    wxt.hook('build:publicAssets', (_, files) => {
      for (const file of files)
        if (file.relativeDest.endsWith('messages.json') && 'contents' in file) file.contents = mended(file.contents);
    });
  },
});

function mended(messages: string): string {
  const all: Record<string, { message: string }> = JSON.parse(messages);
  for (const one of Object.values(all)) one.message = withNoBreaks(one.message);
  return JSON.stringify(all);
}
