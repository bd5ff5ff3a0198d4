/** Tables and partitions as AWS's crawlers write them. */
package io.laguna.emulator.crawl.table;
