/** Who calls, and how Laguna knows it. */
package io.laguna.emulator.kit.identity;
