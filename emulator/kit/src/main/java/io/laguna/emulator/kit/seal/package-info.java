/** Secrets on their way into the state. */
package io.laguna.emulator.kit.seal;
