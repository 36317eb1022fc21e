import packs from 'virtual:packs';
import { withPacksInUse } from '../../src/packs/kept-packs';
import { startSheet } from '../../src/sheet/start-sheet';

const app = document.querySelector<HTMLElement>('#app');
if (app) void withPacksInUse(packs).then((all) => startSheet(app, all));
