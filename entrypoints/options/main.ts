import packs from 'virtual:packs';
import { startInstallation } from '../../src/options/start-installation';
import { startOptions } from '../../src/options/start-options';

const app = document.querySelector<HTMLElement>('#app');
if (app) void startOptions(app, packs);
const installation = document.querySelector<HTMLElement>('#installation');
if (installation) void startInstallation(installation);
