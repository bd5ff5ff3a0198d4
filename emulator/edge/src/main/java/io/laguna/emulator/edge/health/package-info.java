/** The page that says what is ready. */
package io.laguna.emulator.edge.health;
