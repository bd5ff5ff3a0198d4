/** Folders that are tables of Apache Iceberg. */
package io.laguna.emulator.crawl.iceberg;
