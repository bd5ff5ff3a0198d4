/** A crawl, from its request to its plan. */
package io.laguna.emulator.crawl.run;
