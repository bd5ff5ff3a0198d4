/** Files of Amazon Ion, which are told by their beginning. */
package io.laguna.emulator.crawl.ion;
