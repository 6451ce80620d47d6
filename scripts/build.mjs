import { build, installWhenNeeded, requireNode } from './prepare.mjs';

requireNode();
installWhenNeeded();
build();
