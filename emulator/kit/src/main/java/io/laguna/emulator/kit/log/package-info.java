/** Files that grow while Laguna runs, and the pace of what is tried again. */
package io.laguna.emulator.kit.log;
