/** Files that tell their schema themselves: Parquet and ORC in a footer, Avro in a header. */
package io.laguna.emulator.crawl.binary;
