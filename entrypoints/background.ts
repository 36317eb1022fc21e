import guides from 'virtual:guides';
import { defineBackground } from 'wxt/utils/define-background';
import { startBackground } from '../src/session/background';

export default defineBackground(() => startBackground(guides));
