/** The work of one crawl: from its targets to the changes of the catalog, and these into the catalog. */
package io.laguna.emulator.glue.crawler.work;
