/** Which files are one table, and which of its folders are partitions. */
package io.laguna.emulator.crawl.group;
