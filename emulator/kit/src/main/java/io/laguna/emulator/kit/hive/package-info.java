/** Rules of Hive that more than one service goes by. */
package io.laguna.emulator.kit.hive;
