import packs from 'virtual:packs';
import services from 'virtual:services';
import { startInstallation } from '../../src/options/start-installation';
import { startOptions } from '../../src/options/start-options';
import { withPacksInUse } from '../../src/packs/kept-packs';
import { startPacks } from '../../src/packs/start-packs';

const app = document.querySelector<HTMLElement>('#app');
if (app) void withPacksInUse(packs).then((all) => startOptions(app, all));
const added = document.querySelector<HTMLElement>('#packs');
if (added) void startPacks(added, packs, services);
const installation = document.querySelector<HTMLElement>('#installation');
if (installation) void startInstallation(installation);
