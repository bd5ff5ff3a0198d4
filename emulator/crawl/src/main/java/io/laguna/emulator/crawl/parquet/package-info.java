/** Rows of Parquet files. A crawl reads those of logs only; of data it reads footers. */
package io.laguna.emulator.crawl.parquet;
