/** The grouping of files into tables, and of their folders into partitions. */
package io.laguna.emulator.crawl.group;
