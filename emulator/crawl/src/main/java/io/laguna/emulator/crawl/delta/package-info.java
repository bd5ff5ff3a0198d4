/** Tables of Delta Lake, read from their logs. */
package io.laguna.emulator.crawl.delta;
