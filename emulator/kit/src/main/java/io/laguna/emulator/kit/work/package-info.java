/** The thread of every background loop, which works in turns. */
package io.laguna.emulator.kit.work;
