/** Bounded reading of objects, through their compression. */
package io.laguna.emulator.crawl.read;
