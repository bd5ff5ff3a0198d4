/** The differences between what a crawl found and what the catalog has. */
package io.laguna.emulator.crawl.change;
