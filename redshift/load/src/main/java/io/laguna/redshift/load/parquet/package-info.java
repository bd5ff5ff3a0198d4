/** Parquet files, read and written by Parquet's own encodings, without Hadoop. */
package io.laguna.redshift.load.parquet;
