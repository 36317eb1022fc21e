import packs from 'virtual:packs';
import services from 'virtual:services';
import { withPacksInUse } from '../../src/packs/kept-packs';
import { startPopup } from '../../src/popup/start-popup';

const app = document.querySelector<HTMLElement>('#app');
if (app) void withPacksInUse(packs).then((all) => startPopup(app, all, services));
